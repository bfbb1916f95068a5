import type { BattleMap, LocalizedText, SolutionSubject, Tile, UseCaseColumn } from '@tokenholic/contracts';
import type { Reference, ReferenceUseCase } from '@tokenholic/reference';

/** A tile of the map with the column it stands in. */
export interface PlacedTile {
  tile: Tile;
  column: UseCaseColumn;
}

/** What is to be solved, read from the map and the question. */
export interface Case {
  title: LocalizedText;
  question: string | null;
  useCases: ReferenceUseCase[];
  /** Tiles of others that could move, largest first. */
  tiles: PlacedTile[];
  /** Providers the client runs these on today. */
  providers: { id: string; name: LocalizedText }[];
  industryId: string | null;
}

type Tables = Pick<Reference, 'useCases'>;
const OUR_GROUP = 'alibaba';
const MOST_USE_CASES = 2;

/** The case of a subject; null when the map does not have it. */
export function readCase(subject: SolutionSubject, map: BattleMap | null, tables: Tables): Case | null {
  if (subject.kind === 'question') return caseOfQuestion(subject.question, map, tables);
  const placed = (map?.useCases ?? []).flatMap((column) => column.tiles.map((tile) => ({ tile, column })));
  const chosen =
    subject.kind === 'tile'
      ? placed.filter(({ tile }) => tile.key === subject.tileKey)
      : placed.filter(({ column }) => column.key === subject.useCaseKey);
  const [first] = chosen;
  if (first === undefined || map === null) return null;
  const { column, tile } = first;
  const joined = (language: 'zh' | 'en') =>
    subject.kind === 'tile'
      ? `${column.name[language]} · ${tile.modelName[language]}`
      : column.name[language];
  return {
    title: { zh: joined('zh'), en: joined('en') },
    question: null,
    useCases: tables.useCases.filter(({ id }) => id === column.useCaseId),
    industryId: map.industry?.id ?? null,
    ...movable(chosen),
  };
}

function movable(placed: readonly PlacedTile[]): Pick<Case, 'tiles' | 'providers'> {
  const others = placed
    .filter(({ tile }) => tile.group !== OUR_GROUP)
    .sort((first, second) => second.tile.tokensPerYear.mid - first.tile.tokensPerYear.mid);
  const providers = new Map(others.map(({ tile }) => [tile.providerId, tile.providerName]));
  return { tiles: others, providers: [...providers].map(([id, name]) => ({ id, name })) };
}

function caseOfQuestion(question: string, map: BattleMap | null, tables: Tables): Case {
  const useCases = useCasesIn(question, tables);
  const ids = new Set(useCases.map(({ id }) => id));
  const placed = (map?.useCases ?? [])
    .filter(({ useCaseId }) => useCaseId !== null && ids.has(useCaseId))
    .flatMap((column) => column.tiles.map((tile) => ({ tile, column })));
  const title = question.length > 80 ? `${question.slice(0, 79)}…` : question;
  return {
    title: { zh: title, en: title },
    question,
    useCases,
    industryId: map?.industry?.id ?? null,
    ...movable(placed),
  };
}

/** Use cases that a question names, by their names and keywords in both languages; the longest name first. */
export function useCasesIn(question: string, { useCases }: Tables): ReferenceUseCase[] {
  const folded = ` ${question.normalize('NFKC').toLowerCase()} `;
  const longest = (useCase: ReferenceUseCase) =>
    Math.max(
      0,
      ...[useCase.name.zh, useCase.name.en, ...useCase.keywords.zh, ...useCase.keywords.en]
        .map((name) => name.toLowerCase())
        .filter((name) =>
          /\p{Script=Han}/u.test(name)
            ? folded.includes(name)
            : new RegExp(`[^a-z]${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}s?[^a-z]`).test(folded),
        )
        .map((name) => (/\p{Script=Han}/u.test(name) ? name.length * 2 : name.length)),
    );
  return useCases
    .map((useCase) => ({ useCase, length: longest(useCase) }))
    .filter(({ length }) => length >= 4)
    .sort((first, second) => second.length - first.length)
    .slice(0, MOST_USE_CASES)
    .map(({ useCase }) => useCase);
}
