import type { BattleMap, MapEdit } from '@tokenholic/contracts';
import { formatGrowth, formatTokens } from '@tokenholic/presentation';
import type { TFunction } from 'i18next';

type Language = 'zh' | 'en';

/** An edit in words: where on the map, and what was done there. */
export function describeEdit(edit: MapEdit, map: BattleMap, t: TFunction<'map'>, language: Language): string {
  if (edit.kind === 'undo' || edit.kind === 'redo') return t(`edit.${edit.kind}`);
  if (edit.kind === 'add_use_case') return t('edit.add_use_case', { name: edit.name });
  if (edit.kind === 'add_note') return `${t('edit.add_note')}: ${edit.text}`;
  if (edit.kind === 'remove_note') return t('edit.remove_note');
  if (edit.kind === 'add_sticker' || edit.kind === 'change_sticker')
    return `${t(`edit.${edit.kind}`)}: ${edit.text}`;
  if (edit.kind === 'move_sticker' || edit.kind === 'remove_sticker') {
    const text = map.stickers?.find(({ id }) => id === edit.stickerId)?.text;
    return text === undefined ? t(`edit.${edit.kind}`) : `${t(`edit.${edit.kind}`)}: ${text}`;
  }
  if (edit.kind === 'add_tile')
    return `${nameOfUseCase(edit.useCaseKey, map, language)}: ${t('edit.add_tile', { name: edit.modelName })}`;
  if (edit.kind === 'set_tokens') {
    const value = formatTokens(edit.tokensPerYear, language).text;
    return `${nameOfTile(edit.tileKey, map, language)}: ${t('edit.set_tokens', { value })}`;
  }
  if (edit.kind === 'set_growth') {
    const value = formatGrowth(edit.growthPerYear);
    return `${nameOfUseCase(edit.useCaseKey, map, language)}: ${t('edit.set_growth', { value })}`;
  }
  const place =
    'tileKey' in edit
      ? nameOfTile(edit.tileKey, map, language)
      : nameOfUseCase(edit.useCaseKey, map, language);
  return `${place}: ${t(`edit.${edit.kind}`)}`;
}

function nameOfUseCase(key: string, map: BattleMap, language: Language): string {
  const found =
    map.useCases.find((column) => column.key === key) ?? map.removed.find((item) => item.key === key);
  return found?.name[language] ?? key;
}

function nameOfTile(key: string, map: BattleMap, language: Language): string {
  for (const column of map.useCases) {
    const tile = column.tiles.find((item) => item.key === key);
    if (tile !== undefined) return `${column.name[language]} · ${tile.modelName[language]}`;
  }
  return map.removed.find((item) => item.key === key)?.name[language] ?? key;
}
