import type { BattleMap, Tile } from '@tokenholic/contracts';
import { formatPercent } from '../format/quantities.ts';
import { formatMoney } from '../format/tokens.ts';
import { deckFindings } from './deck-findings.ts';
import { type DeckPen, MARGIN } from './pptx-pen.ts';

/** What to go after first: what replaces what, what it is worth, what can go wrong, and by what source. */
export function drawOpportunities(map: BattleMap, pen: DeckPen): void {
  const { language, words, colors, text } = pen;
  const ranked = map.useCases
    .flatMap((column) => column.tiles.map((tile) => ({ column, tile })))
    .filter(({ tile }) => (tile.opportunity?.rank ?? null) !== null)
    .sort((a, b) => (a.tile.opportunity?.rank ?? 0) - (b.tile.opportunity?.rank ?? 0));
  pen.slide(deckFindings(map, pen.language).opportunities, words.notes.opportunities, (slide) => {
    if (ranked.length === 0)
      text(slide, words.none, { x: MARGIN, y: 130, w: 1_000, h: 60, size: 18, color: colors.ink2 });
    for (const [index, { column, tile }] of ranked.entries()) {
      const { opportunity } = tile;
      if (opportunity === null) continue;
      const w = 376;
      const x = MARGIN + index * (w + 24);
      pen.rect(slide, { x, y: 130, w, h: 510, fill: colors.surface, line: colors.line });
      pen.rect(slide, { x, y: 130, w, h: 6, fill: colors.mark });
      const line = (value: string, y: number, h: number, size: number, color: string, bold = false) =>
        text(slide, value, { x: x + 20, y, w: w - 40, h, size, color, bold, top: true });
      line(`${index + 1}  ${column.name[language]}`, 156, 34, 18, colors.ink, true);
      line(formatMoney(opportunity.valuePerYear, language).text, 192, 56, 34, colors.ink, true);
      line(words.replace(tile.modelName[language], opportunity.replacement.name), 252, 52, 15, colors.ink2);
      line(savingOf(tile, pen), 306, 30, 15, (opportunity.clientSaving ?? 0) > 0 ? colors.ok : colors.ink3);
      line(opportunity.reason[language], 346, 104, 17, colors.ink);
      line(words.risk(opportunity.risk[language]), 454, 92, 15, colors.ink2);
      const [source] = opportunity.sources;
      if (source !== undefined) line(words.from(source.title, source.asOf), 548, 42, 12, colors.ink3);
      line(
        `${words.column.movable} ${formatPercent(opportunity.movableShare, language)} · ${words.column.winnability} ${formatPercent(opportunity.winnability, language)}`,
        594,
        30,
        14,
        colors.ink3,
      );
    }
  });
}

function savingOf({ opportunity }: Tile, { words, language }: DeckPen): string {
  const saving = opportunity?.clientSaving ?? null;
  if (saving === null) return words.savingUnknown;
  const amount = formatMoney(Math.abs(saving), language).text;
  return saving >= 0 ? words.saving(amount) : words.extra(amount);
}
