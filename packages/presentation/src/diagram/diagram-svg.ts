import type { Diagram, DiagramChange, DiagramNode, Language } from '@tokenholic/contracts';
import { groups, type Theme, themeColors } from '../palette/palette.ts';
import { escapeXml } from '../picture/pen.ts';
import { textWidth } from '../skyline/text.ts';
import { edgeKey } from './edit-diagram.ts';
import { type DiagramLayout, layoutDiagram } from './layout-diagram.ts';
import { pathOf, type Rectangle } from './route-edge.ts';
import { diagramWords } from './words.ts';
import { wrapText } from './wrap-text.ts';

export interface DiagramPictureOptions {
  language: Language;
  theme: Theme;
  fontFamily?: string;
  /** What became of each node and each `from→to`: drawn as a comparison. */
  changes?: {
    nodes: Readonly<Record<string, DiagramChange>>;
    edges: Readonly<Record<string, DiagramChange>>;
  };
}

export interface DiagramPicture {
  svg: string;
  width: number;
  height: number;
}

const LEGEND = 34;
const FONT = "Geist, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** The diagram as one self-contained SVG with its legend, for files and documents. */
export function renderDiagramSvg(diagram: Diagram, options: DiagramPictureOptions): DiagramPicture {
  const layout = layoutDiagram(diagram);
  const { width } = layout;
  const height = layout.height + LEGEND;
  const colors = themeColors[options.theme];
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(options.fontFamily ?? FONT)}" role="img">`,
    `<rect width="${width}" height="${height}" fill="${colors.paper}"/>`,
    ...layout.lanes.map((lane) => laneSvg(lane, options)),
    ...layout.paths.map((path) => pathSvg(path, options)),
    ...layout.boxes.map((box) => boxSvg(box, options)),
    legendSvg(diagram, options, layout.height),
    '</svg>',
  ];
  return { svg: parts.join(''), width, height };
}

const ofTheme = ({ theme }: DiagramPictureOptions) => themeColors[theme];

function laneSvg(
  { lane, x, y, width, height }: DiagramLayout['lanes'][number],
  options: DiagramPictureOptions,
) {
  const colors = ofTheme(options);
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="${colors.sunken}"/>`,
    `<text x="${x + 12}" y="${y + 24}" font-size="12" fill="${colors.ink2}">${escapeXml(diagramWords[options.language].lane[lane])}</text>`,
  ].join('');
}

const GONE = { light: '#BE2D1B', dark: '#FF8371' } as const;

function pathSvg({ edge, points }: DiagramLayout['paths'][number], options: DiagramPictureOptions): string {
  const colors = ofTheme(options);
  const change = options.changes?.edges[edgeKey(edge)] ?? 'same';
  const color = change === 'added' ? colors.ok : change === 'removed' ? GONE[options.theme] : colors.ink3;
  const dash = edge.standing === 'today' || change === 'removed' ? ' stroke-dasharray="5 4"' : '';
  const [end, before] = [points.at(-1), points.at(-2)];
  if (end === undefined || before === undefined) return '';
  return `<path d="${pathOf(points)}" fill="none" stroke="${color}" stroke-width="${change === 'same' ? 1.4 : 2.4}"${dash}/>${arrow(end, before, color)}`;
}

function arrow(end: { x: number; y: number }, before: { x: number; y: number }, color: string): string {
  const [dx, dy] = [Math.sign(end.x - before.x), Math.sign(end.y - before.y)];
  const back = { x: end.x - dx * 8, y: end.y - dy * 8 };
  const side = { x: dy * 4, y: dx * 4 };
  return `<path d="M${end.x} ${end.y}L${back.x + side.x} ${back.y + side.y}L${back.x - side.x} ${back.y - side.y}Z" fill="${color}"/>`;
}

/** How a node is framed: what it is shows in the frame too, not in colour alone. */
export function nodeFrame({ standing }: Pick<DiagramNode, 'standing'>, theme: Theme) {
  const colors = themeColors[theme];
  const strip = {
    proposed: groups.alibaba[theme].fill,
    today: colors.ink2,
    assumed: colors.lineStrong,
    added: colors.ink,
  }[standing];
  return { strip, dashed: standing === 'assumed', heavy: standing === 'added' };
}

function boxSvg(box: DiagramLayout['boxes'][number], options: DiagramPictureOptions): string {
  const { node, x, y, width, height } = box;
  const colors = ofTheme(options);
  const frame = nodeFrame(node, options.theme);
  const change = options.changes?.nodes[node.id] ?? 'same';
  const border =
    change === 'added' ? colors.ok : change === 'removed' ? GONE[options.theme] : colors.lineStrong;
  const dash = frame.dashed || change === 'removed' ? ' stroke-dasharray="5 4"' : '';
  const heavy = change === 'same' ? (frame.heavy ? 1.8 : 1) : 2.4;
  const fill = change === 'changed' ? colors.mark : colors.surface;
  return [
    `<g opacity="${change === 'removed' ? 0.75 : 1}">`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="5" fill="${fill}" stroke="${frame.heavy && change === 'same' ? colors.ink : border}" stroke-width="${heavy}"${dash}/>`,
    `<rect x="${x}" y="${y}" width="4" height="${height}" rx="2" fill="${frame.strip}"/>`,
    textSvg(node, box, options, change),
    '</g>',
  ].join('');
}

function textSvg(
  { name, detail }: DiagramNode,
  { x, y, width, height }: Rectangle,
  options: DiagramPictureOptions,
  change: DiagramChange,
): string {
  const { language } = options;
  const colors = ofTheme(options);
  const note = change === 'same' ? (detail?.[language] ?? '') : diagramWords[language].change[change];
  const { lines, small } = boxText(name[language], note, width);
  const total = lines.length * 16 + (small === '' ? 0 : 14);
  const first = y + (height - total) / 2 + 12;
  const ink = change === 'changed' ? colors.markInk : colors.ink;
  const quiet = change === 'changed' ? colors.markInk : colors.ink2;
  return [
    ...lines.map(
      (line, at) =>
        `<text x="${x + 14}" y="${first + at * 16}" font-size="13" font-weight="600" fill="${ink}"${change === 'removed' ? ' text-decoration="line-through"' : ''}>${escapeXml(line)}</text>`,
    ),
    small === ''
      ? ''
      : `<text x="${x + 14}" y="${first + lines.length * 16 - 1}" font-size="11" fill="${quiet}">${escapeXml(small)}</text>`,
  ].join('');
}

/** What fits into a box: the name on two lines at most, and one small line below it. */
export function boxText(name: string, note: string, width: number): { lines: string[]; small: string } {
  const lines = wrapText(name, width - 24, 13, true, 2);
  return { lines, small: wrapText(note, width - 24, 11, false, 1)[0] ?? '' };
}

function legendSvg({ nodes }: Diagram, options: DiagramPictureOptions, top: number): string {
  const colors = ofTheme(options);
  const words = diagramWords[options.language];
  let x = 24;
  const parts: string[] = [];
  const add = (mark: string, text: string) => {
    parts.push(
      `<g transform="translate(${Math.round(x)} ${top})">${mark}<text x="24" y="11" font-size="12" fill="${colors.ink2}">${escapeXml(text)}</text></g>`,
    );
    x += 48 + textWidth(text, 12, false);
  };
  for (const standing of ['proposed', 'today', 'assumed', 'added'] as const) {
    if (!nodes.some((node) => node.standing === standing)) continue;
    const frame = nodeFrame({ standing }, options.theme);
    add(
      `<rect width="16" height="14" rx="3" fill="${colors.surface}" stroke="${frame.heavy ? colors.ink : colors.lineStrong}"${frame.dashed ? ' stroke-dasharray="3 2"' : ''}/><rect width="4" height="14" rx="2" fill="${frame.strip}"/>`,
      words.standing[standing],
    );
  }
  return parts.join('');
}
