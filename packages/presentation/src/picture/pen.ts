import type { Language } from '@tokenholic/contracts';
import { type Theme, themeColors } from '../palette/palette.ts';

export interface PictureOptions {
  language: Language;
  theme: Theme;
  /** Which form of the map is drawn; the skyline unless told otherwise. */
  view?: 'skyline' | 'treemap' | undefined;
  width?: number;
  height?: number;
  /** Family of the font that is embedded or installed where the picture is drawn. */
  fontFamily?: string;
}

export function escapeXml(text: string): string {
  // Control characters are not allowed in XML at all.
  const printable = [...text]
    .filter((character) => character >= ' ' || character === '\n' || character === '\t')
    .join('');
  return printable
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

export interface TextStyle {
  size: number;
  fill: string;
  bold?: boolean;
  end?: boolean;
}

/** Draws into a list of SVG elements, in the colours and the language of one picture. */
export interface Pen {
  text: (x: number, y: number, value: string, style: TextStyle) => void;
  rect: (x: number, y: number, w: number, h: number, fill: string, extra?: string) => void;
  push: (part: string) => void;
  colors: Record<keyof (typeof themeColors)['light'], string>;
  language: Language;
  theme: Theme;
}

export const round = (value: number) => Math.round(value * 100) / 100;

export function openPen(
  { language, theme }: Pick<PictureOptions, 'language' | 'theme'>,
  parts: string[],
): Pen {
  return {
    text: (x, y, value, { size, fill, bold = false, end = false }) => {
      parts.push(
        `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}"${bold ? ' font-weight="bold"' : ''}${end ? ' text-anchor="end"' : ''}>${escapeXml(value)}</text>`,
      );
    },
    rect: (x, y, w, h, fill, extra = '') => {
      parts.push(
        `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" fill="${fill}"${extra}/>`,
      );
    },
    push: (part) => parts.push(part),
    colors: themeColors[theme],
    language,
    theme,
  };
}
