import type { LocalizedText, ProviderGroup } from '@tokenholic/contracts';

export type Theme = 'light' | 'dark';

export interface GroupStyle {
  fill: string;
  /** Colour of text on the fill, at least 4.5 : 1. */
  text: string;
}

/** How a family of providers looks. Colour never stands alone: the glyph says the same. */
export interface GroupAppearance {
  glyph: string;
  name: LocalizedText;
  light: GroupStyle;
  dark: GroupStyle;
}

/** From the bottom of a column upwards: ours is the foundation. */
export const groupOrder: readonly ProviderGroup[] = [
  'alibaba',
  'volcengine',
  'baidu',
  'tencent',
  'other-cn',
  'foreign',
  'self-hosted',
  'unknown',
];

export const groups: Readonly<Record<ProviderGroup, GroupAppearance>> = {
  alibaba: {
    glyph: 'A',
    name: { zh: '阿里云', en: 'Alibaba Cloud' },
    light: { fill: '#F4730F', text: '#1A0C02' },
    dark: { fill: '#FF8A2B', text: '#1A0C02' },
  },
  volcengine: {
    glyph: 'V',
    name: { zh: '火山引擎', en: 'Volcano Engine' },
    light: { fill: '#2F5FD8', text: '#FFFFFF' },
    dark: { fill: '#3D6CE8', text: '#FFFFFF' },
  },
  baidu: {
    glyph: 'B',
    name: { zh: '百度智能云', en: 'Baidu AI Cloud' },
    light: { fill: '#7AD3E4', text: '#06232A' },
    dark: { fill: '#93E0EE', text: '#06232A' },
  },
  tencent: {
    glyph: 'T',
    name: { zh: '腾讯云', en: 'Tencent Cloud' },
    light: { fill: '#873C87', text: '#FFFFFF' },
    dark: { fill: '#2DB4FF', text: '#04141F' },
  },
  'other-cn': {
    glyph: 'C',
    name: { zh: '其他国内厂商', en: 'Other Chinese vendors' },
    light: { fill: '#07111B', text: '#FFFFFF' },
    dark: { fill: '#FFFFC0', text: '#1C1C08' },
  },
  foreign: {
    glyph: 'F',
    name: { zh: '海外模型', en: 'Foreign models' },
    light: { fill: '#33265C', text: '#FFFFFF' },
    dark: { fill: '#5D3F8C', text: '#FFFFFF' },
  },
  'self-hosted': {
    glyph: 'S',
    name: { zh: '自建部署', en: 'Self-hosted' },
    light: { fill: '#838E89', text: '#0B1512' },
    dark: { fill: '#8C9994', text: '#0B1512' },
  },
  unknown: {
    glyph: '?',
    name: { zh: '未知供应商', en: 'Unknown provider' },
    light: { fill: '#F7F3E3', text: '#3A3420' },
    dark: { fill: '#20241C', text: '#E9E6D2' },
  },
};

/** The colours of paper and ink, as in the interface. */
export const themeColors = {
  light: {
    paper: '#F1F4F1',
    surface: '#FFFFFF',
    sunken: '#E7ECE8',
    line: '#D8DFDA',
    lineStrong: '#B9C4BE',
    ink: '#10201C',
    ink2: '#3F4F4A',
    ink3: '#5F6E69',
    mark: '#D6F24B',
    markInk: '#1E2600',
    ok: '#14734F',
  },
  dark: {
    paper: '#0C1211',
    surface: '#141C1A',
    sunken: '#0A0E0D',
    line: '#25302D',
    lineStrong: '#3C4A46',
    ink: '#E9F0EC',
    ink2: '#B3C0BA',
    ink3: '#8A9994',
    mark: '#D6F24B',
    markInk: '#1E2600',
    ok: '#54C99A',
  },
} as const satisfies Record<Theme, Record<string, string>>;
