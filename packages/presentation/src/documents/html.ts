import type { BattleMap, Tile } from '@tokenholic/contracts';
import { formatPercent } from '../format/quantities.ts';
import { formatMoney, formatTokens } from '../format/tokens.ts';
import { themeColors } from '../palette/palette.ts';
import { escapeXml, type PictureOptions } from '../picture/pen.ts';
import { renderMapSvg } from '../picture/svg.ts';
import { columnOrder } from '../skyline/layout.ts';
import { pictureWords } from '../skyline/words.ts';

/** One file that opens anywhere: the picture, the same facts as a table, and the evidence. No scripts; all text escaped. */
export function mapToHtml(map: BattleMap, options: PictureOptions): string {
  const { language, theme } = options;
  const words = pictureWords[language].table;
  const colors = themeColors[theme];
  const heads = [
    words.useCase,
    words.provider,
    words.model,
    words.tokens,
    words.share,
    words.value,
    words.confidence,
  ];
  const rows = columnOrder(map.useCases).flatMap((column) =>
    column.tiles.map((tile) => rowOf(column.name[language], tile, options)),
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(map.headline.text[language])}</title>
<style>
body{margin:0;background:${colors.paper};color:${colors.ink};font:14px/1.5 Geist,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:1440px;margin:auto}svg{width:100%;height:auto}
table{border-collapse:collapse;width:calc(100% - 80px);margin:24px 40px}th,td{border-bottom:1px solid ${colors.line};padding:6px 10px;text-align:left;vertical-align:top}
details{max-width:70ch}summary{cursor:pointer}small{color:${colors.ink3}}
@media print{details>*{display:block}}
</style>
</head>
<body><main>
${renderMapSvg(map, options)}
<table><thead><tr>${heads.map((head) => `<th scope="col">${escapeXml(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>
</main></body></html>
`;
}

function rowOf(useCase: string, tile: Tile, { language }: PictureOptions): string {
  const words = pictureWords[language];
  const value =
    tile.valuePerYear === null ? words.table.unknown : formatMoney(tile.valuePerYear.mid, language).text;
  const quotes = tile.evidence.map(
    (quote) =>
      `<p>“${escapeXml(quote.text)}”<br><small>${escapeXml([quote.pageTitle, quote.url ?? '', quote.date ?? ''].join(' '))}</small></p>`,
  );
  const why =
    tile.explanation === null
      ? ''
      : `<p>${escapeXml(`${words.table.why}: ${tile.explanation.formula[language]}`)}</p>`;
  const cells = [
    escapeXml(useCase),
    escapeXml(tile.providerName[language]),
    `${escapeXml(tile.modelName[language])}<details><summary>${words.table.evidence} ${tile.evidence.length}</summary>${why}${quotes.join('')}</details>`,
    formatTokens(tile.tokensPerYear.mid, language).text,
    escapeXml(formatPercent(tile.share, language)),
    value,
    words.confidence[tile.confidence.level],
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}
