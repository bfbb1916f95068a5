import type { BattleMap, RecordedEdit } from '@tokenholic/contracts';
import { AppError } from '@tokenholic/kit';

export function notDrawn(): AppError {
  return new AppError({
    kind: 'not_found',
    code: 'battlemap.not_drawn',
    message: {
      zh: '这个客户还没有战图。先发起一次研究，完成后战图会自动生成。',
      en: 'This client has no map yet. Start a research run: the map is drawn when it ends.',
    },
  });
}

export function versionUnknown(version: number): AppError {
  return new AppError({
    kind: 'not_found',
    code: 'battlemap.version_unknown',
    message: {
      zh: `没有版本 ${version}。请从版本列表中选择。`,
      en: `There is no version ${version}. Choose one from the list.`,
    },
  });
}

/** Two people edit one map: nothing is overwritten, both sides are handed out to be merged. */
export function changedMeanwhile(current: BattleMap, edits: RecordedEdit[]): AppError {
  return new AppError({
    kind: 'precondition_failed',
    code: 'battlemap.changed_meanwhile',
    message: {
      zh: '在您编辑期间，这张战图已被更新。请查看变化后决定是否继续应用您的修改。',
      en: 'The map changed while you were editing. Look at what changed, then decide whether to apply your edit.',
    },
    details: { current, edits },
  });
}

/** The same for a link that never was, has expired or was taken back: who guesses learns nothing. */
export function linkNotValid(): AppError {
  return new AppError({
    kind: 'not_found',
    code: 'battlemap.link_not_valid',
    message: {
      zh: '这个链接已失效或已被撤回。请向发给您链接的人索取新的链接。',
      en: 'This link has expired or was taken back. Ask the person who sent it for a new one.',
    },
  });
}
