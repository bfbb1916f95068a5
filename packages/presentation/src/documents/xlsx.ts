import type { BattleMap, Language } from '@tokenholic/contracts';
import type { Cell, Row, Sheet } from 'write-excel-file/node';
import type { PictureOptions } from '../picture/pen.ts';
import { columnOrder } from '../skyline/layout.ts';
import { pictureWords } from '../skyline/words.ts';
import { deckWords } from './deck-words.ts';

type Words = (typeof deckWords)[Language];
type SheetOf = Sheet<Buffer>;

const COUNT = '#,##0';
const MONEY = '#,##0.00';
const PERCENT = '0.0%';

/**
 * The map as a workbook: plain numbers with their formats, totals as formulas over the models' sheet, so that a changed
 * figure changes the sums. A text that begins like a formula stays text.
 */
export async function mapToXlsx(map: BattleMap, { language }: PictureOptions): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/node');
  const words = deckWords[language];
  const models = modelRows(map, language, words);
  const sheets: SheetOf[] = [
    sheet(words.sheets.summary, summaryRows(map, language, words, models.length), [34, 60]),
    sheet(words.sheets.models, models, [22, 20, 30, 22, 22, 22, 10, 14, 18, 18, 12]),
    sheet(
      words.sheets.opportunities,
      opportunityRows(map, language, words),
      [22, 28, 24, 18, 14, 12, 18, 50, 50],
    ),
    sheet(words.sheets.evidence, evidenceRows(map, language, words), [22, 28, 80, 30, 40, 14]),
    sheet(
      words.sheets.assumptions,
      assumptionRows(map, language, words),
      [22, 28, 30, 18, 18, 18, 16, 14, 50],
    ),
  ];
  return write(sheets).toBuffer();
}

function sheet(name: string, data: Row[], widths: number[]): SheetOf {
  return { sheet: name, data, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 };
}

const head = (values: readonly string[]): Row =>
  values.map((value) => ({ value, fontWeight: 'bold' as const }));
const text = (value: string | null): Cell => (value === null ? null : { type: String, value });
const number = (value: number | null, format: string): Cell =>
  value === null ? null : { type: Number, value, format };
const formula = (value: string, format: string): Cell => ({ type: 'Formula', value, format });

function summaryRows(map: BattleMap, language: Language, words: Words, modelRowCount: number): Row[] {
  const { summary, sheets } = words;
  const { totals, exchangeRate } = map;
  const columnOf = (letter: string) => `'${sheets.models}'!${letter}2:${letter}${modelRowCount}`;
  return [
    head([summary.client, map.clientName]),
    [text(summary.headline), text(map.headline.text[language])],
    [text(summary.version), number(map.version, '0')],
    [text(summary.generated), text(map.generatedAt.slice(0, 10))],
    [text(summary.tokens), formula(`SUM(${columnOf('E')})`, COUNT)],
    [text(summary.value), formula(`SUM(${columnOf('I')})`, MONEY)],
    [text(summary.rate), number(exchangeRate.cnyPerUsd, '0.0000')],
    [text(summary.usd), formula('B6/B7', MONEY)],
    [text(summary.our), number(totals.ourShare, PERCENT)],
    [text(summary.competitors), number(totals.competitorShare, PERCENT)],
    [text(summary.winnable), number(totals.winnableTopThree, MONEY)],
    ...words.methodLines.map((line): Row => [null, text(line)]),
  ];
}

function modelRows(map: BattleMap, language: Language, words: Words): Row[] {
  const { column } = words;
  const confidence = pictureWords[language].confidence;
  return [
    head([
      ...[column.use, column.vendor, column.model, `${column.tokens} ${column.low}`],
      ...[`${column.tokens} ${column.mid}`, `${column.tokens} ${column.high}`, column.share],
      ...[column.price, column.value, column.winnable, column.confidence],
    ]),
    ...columnOrder(map.useCases).flatMap((useCase) =>
      useCase.tiles.map(
        (tile): Row => [
          text(useCase.name[language]),
          text(tile.providerName[language]),
          text(tile.modelName[language]),
          number(tile.tokensPerYear.low, COUNT),
          number(tile.tokensPerYear.mid, COUNT),
          number(tile.tokensPerYear.high, COUNT),
          number(tile.share, PERCENT),
          number(tile.price?.cnyPerMillionTokens ?? null, MONEY),
          number(tile.valuePerYear?.mid ?? null, MONEY),
          number(tile.opportunity?.valuePerYear ?? null, MONEY),
          text(confidence[tile.confidence.level]),
        ],
      ),
    ),
  ];
}

function opportunityRows(map: BattleMap, language: Language, words: Words): Row[] {
  const { column } = words;
  const found = map.useCases
    .flatMap((useCase) =>
      useCase.tiles.flatMap((tile) =>
        tile.opportunity === null ? [] : [{ useCase, tile, opportunity: tile.opportunity }],
      ),
    )
    .sort((a, b) => b.opportunity.valuePerYear - a.opportunity.valuePerYear);
  return [
    head([
      ...[column.use, column.model, column.replacement, column.winnable, column.movable, column.winnability],
      ...[column.saving, words.sheets.opportunities, words.riskHeading],
    ]),
    ...found.map(
      ({ useCase, tile, opportunity }): Row => [
        text(useCase.name[language]),
        text(tile.modelName[language]),
        text(opportunity.replacement.name),
        number(opportunity.valuePerYear, MONEY),
        number(opportunity.movableShare, PERCENT),
        number(opportunity.winnability, PERCENT),
        number(opportunity.clientSaving, MONEY),
        text(opportunity.reason[language]),
        text(opportunity.risk[language]),
      ],
    ),
  ];
}

function evidenceRows(map: BattleMap, language: Language, words: Words): Row[] {
  const { column } = words;
  return [
    head([column.use, column.model, column.quote, column.source, column.url, column.date]),
    ...columnOrder(map.useCases).flatMap((useCase) =>
      useCase.tiles.flatMap((tile) =>
        tile.evidence.map(
          (quote): Row => [
            text(useCase.name[language]),
            text(tile.modelName[language]),
            text(quote.text),
            text(quote.pageTitle),
            text(quote.url),
            text(quote.date),
          ],
        ),
      ),
    ),
  ];
}

function assumptionRows(map: BattleMap, language: Language, words: Words): Row[] {
  const { column, basis } = words;
  return [
    head([
      ...[column.use, column.model, column.factor, column.low, column.mid, column.high],
      ...[column.unit, column.basis, column.formula],
    ]),
    ...columnOrder(map.useCases).flatMap((useCase) =>
      useCase.tiles.flatMap((tile) =>
        (tile.explanation?.drivers ?? []).map(
          (driver): Row => [
            text(useCase.name[language]),
            text(tile.modelName[language]),
            text(driver.name[language]),
            number(driver.value.low, '#,##0.######'),
            number(driver.value.mid, '#,##0.######'),
            number(driver.value.high, '#,##0.######'),
            text(driver.unit[language]),
            text(basis[driver.basis]),
            text(tile.explanation?.formula[language] ?? null),
          ],
        ),
      ),
    ),
  ];
}
