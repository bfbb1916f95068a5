import {
  confidenceOf,
  type MapEdit,
  type RecordedEdit,
  type Tile,
  type UseCaseColumn,
} from '@tokenholic/contracts';
import { type DirectEdit, isDirect, undoneRevisions } from '@tokenholic/contracts/undo';
import { type MapContent, type MapTables, providerIn } from './content.ts';
import { makeColumn } from './draw-map.ts';
import { around } from './ranges.ts';
import { applyStickerEdit } from './stickers.ts';
import { priceTile, withTokens } from './tiles.ts';

type By = Pick<RecordedEdit, 'by' | 'at'>;

/** Replays what people did by hand onto a generated map. An edit whose place is gone waits idly for its return. */
export function applyEdits(
  generated: MapContent,
  edits: readonly RecordedEdit[],
  tables: MapTables,
): MapContent {
  const undone = undoneRevisions(edits);
  const standing = edits.filter(isDirect).filter(({ revision }) => !undone.has(revision));
  return standing.reduce(
    (content, { edit, by, at }) => applyEdit(content, edit, { by, at }, generated, tables),
    generated,
  );
}

function applyEdit(
  content: MapContent,
  edit: DirectEdit,
  by: By,
  generated: MapContent,
  tables: MapTables,
): MapContent {
  switch (edit.kind) {
    case 'set_tokens':
      return mapTile(content, edit.tileKey, (tile) => ({
        ...withTokens(tile, around(tile.generatedTokensPerYear ?? tile.tokensPerYear, edit.tokensPerYear)),
        override: { value: edit.tokensPerYear, reason: edit.reason, ...by },
      }));
    case 'restore_tokens':
      return mapTile(content, edit.tileKey, (tile) =>
        tile.generatedTokensPerYear === null
          ? tile
          : { ...withTokens(tile, tile.generatedTokensPerYear), override: null },
      );
    case 'set_growth':
      return mapColumn(content, edit.useCaseKey, (column) => ({
        ...column,
        growthPerYear: edit.growthPerYear,
        growthSource: null,
      }));
    case 'restore_growth':
      return restoreGrowth(content, edit.useCaseKey, generated);
    case 'add_use_case':
      return addUseCase(content, edit, tables);
    case 'remove_use_case':
      return removeUseCase(content, edit.useCaseKey);
    case 'restore_use_case':
      return restoreUseCase(content, edit.useCaseKey, generated);
    case 'add_tile':
      return mapColumn(content, edit.useCaseKey, (column) => addTile(column, edit, by, tables));
    case 'remove_tile':
      return removeTile(content, edit.tileKey);
    case 'restore_tile':
      return restoreTile(content, edit.tileKey, generated);
    case 'add_note':
      return addNote(content, edit, by);
    case 'remove_note':
      return removeNote(content, edit.noteId);
    case 'add_sticker':
    case 'change_sticker':
    case 'move_sticker':
    case 'remove_sticker':
      return { ...content, stickers: applyStickerEdit(content.stickers ?? [], edit, by) };
  }
}

function mapColumn(
  content: MapContent,
  key: string,
  change: (column: UseCaseColumn) => UseCaseColumn,
): MapContent {
  return {
    ...content,
    useCases: content.useCases.map((column) => (column.key === key ? change(column) : column)),
  };
}

function mapTile(content: MapContent, key: string, change: (tile: Tile) => Tile): MapContent {
  return {
    ...content,
    useCases: content.useCases.map((column) =>
      column.tiles.some((tile) => tile.key === key)
        ? { ...column, tiles: column.tiles.map((tile) => (tile.key === key ? change(tile) : tile)) }
        : column,
    ),
  };
}

function restoreGrowth(content: MapContent, key: string, generated: MapContent): MapContent {
  const original = generated.useCases.find((column) => column.key === key);
  if (original === undefined) return content;
  const { growthPerYear, growthSource } = original;
  return mapColumn(content, key, (column) => ({ ...column, growthPerYear, growthSource }));
}

function addUseCase(
  content: MapContent,
  edit: Extract<MapEdit, { kind: 'add_use_case' }>,
  tables: MapTables,
): MapContent {
  if (content.useCases.some((column) => column.key === edit.useCaseKey)) return content;
  const known = tables.useCases.find((useCase) => useCase.id === edit.useCaseId);
  const column = makeColumn(
    {
      key: edit.useCaseKey,
      useCaseId: known?.id ?? null,
      name: known?.name ?? { zh: edit.name, en: edit.name },
      tiles: [],
      origin: 'added',
    },
    tables,
  );
  return { ...content, useCases: [...content.useCases, column] };
}

function removeUseCase(content: MapContent, key: string): MapContent {
  const column = content.useCases.find((item) => item.key === key);
  if (column === undefined) return content;
  return {
    ...content,
    useCases: content.useCases.filter((item) => item !== column),
    removed: [...content.removed, { kind: 'use_case', key, name: column.name }],
  };
}

function restoreUseCase(content: MapContent, key: string, generated: MapContent): MapContent {
  const column = generated.useCases.find((item) => item.key === key);
  if (column === undefined || content.useCases.some((item) => item.key === key)) return content;
  return {
    ...content,
    useCases: [...content.useCases, column],
    removed: content.removed.filter((item) => item.key !== key),
  };
}

function removeTile(content: MapContent, key: string): MapContent {
  const column = content.useCases.find((item) => item.tiles.some((tile) => tile.key === key));
  const tile = column?.tiles.find((item) => item.key === key);
  if (column === undefined || tile === undefined) return content;
  return {
    ...mapColumn(content, column.key, (item) => ({
      ...item,
      tiles: item.tiles.filter((other) => other.key !== key),
    })),
    removed: [...content.removed, { kind: 'tile', key, name: tile.modelName }],
  };
}

function restoreTile(content: MapContent, key: string, generated: MapContent): MapContent {
  const original = generated.useCases.find((column) => column.tiles.some((tile) => tile.key === key));
  const tile = original?.tiles.find((item) => item.key === key);
  if (original === undefined || tile === undefined) return content;
  const restored = mapColumn(content, original.key, (column) =>
    column.tiles.some((item) => item.key === key) ? column : { ...column, tiles: [...column.tiles, tile] },
  );
  return { ...restored, removed: content.removed.filter((item) => item.key !== key) };
}

/** A figure a person gives by hand is taken as known within a fifth. */
const ADDED_SPREAD = 0.2;
const ADDED_CONFIDENCE = 0.8;

function addTile(
  column: UseCaseColumn,
  edit: Extract<MapEdit, { kind: 'add_tile' }>,
  by: By,
  tables: MapTables,
): UseCaseColumn {
  if (column.tiles.some((tile) => tile.key === edit.tileKey)) return column;
  const provider = providerIn(tables, edit.providerId);
  const value = edit.tokensPerYear;
  const tile: Tile = {
    key: edit.tileKey,
    providerId: provider.id,
    providerName: provider.name,
    group: provider.group,
    modelId: edit.modelId,
    modelName: { zh: edit.modelName, en: edit.modelName },
    tokensPerYear: { low: value * (1 - ADDED_SPREAD), mid: value, high: value * (1 + ADDED_SPREAD) },
    generatedTokensPerYear: null,
    override: { value, reason: null, ...by },
    share: 0,
    valuePerYear: null,
    price: null,
    native: null,
    confidence: confidenceOf(ADDED_CONFIDENCE),
    engine: { via: 'rules', model: null, reason: 'added_by_hand' },
    standing: 'current',
    origin: 'added',
    opportunity: null,
    evidence: [],
    conflicts: [],
    explanation: null,
    notes: [],
  };
  return { ...column, tiles: [...column.tiles, priceTile(tile, column.useCaseId, edit.modelName, tables)] };
}

function addNote(content: MapContent, edit: Extract<MapEdit, { kind: 'add_note' }>, by: By): MapContent {
  const note = { id: edit.noteId, text: edit.text, ...by };
  const { target } = edit;
  if (target.kind === 'map') return { ...content, notes: [...content.notes, note] };
  if (target.kind === 'use_case')
    return mapColumn(content, target.key, (column) => ({ ...column, notes: [...column.notes, note] }));
  return mapTile(content, target.key, (tile) => ({ ...tile, notes: [...tile.notes, note] }));
}

function removeNote(content: MapContent, noteId: string): MapContent {
  const without = <T extends { id: string }>(notes: T[]) => notes.filter((note) => note.id !== noteId);
  return {
    ...content,
    notes: without(content.notes),
    useCases: content.useCases.map((column) => ({
      ...column,
      notes: without(column.notes),
      tiles: column.tiles.map((tile) => ({ ...tile, notes: without(tile.notes) })),
    })),
  };
}
