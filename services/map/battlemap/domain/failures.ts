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
