import { AppError } from '@tokenholic/kit';

const MESSAGES = {
  only_own: {
    kind: 'forbidden',
    zh: '您只能看和设置自己的目标；团队由经理查看。',
    en: 'You see and set your own objectives only; the team is for managers.',
  },
  set_by_manager: {
    kind: 'forbidden',
    zh: '这个目标由经理设定，请与经理商量。',
    en: 'Your manager set this objective. Talk to them.',
  },
  id_taken: {
    kind: 'conflict',
    zh: '这个编号已被使用，请刷新页面后重新提交。',
    en: 'This id is already in use. Reload the page and submit again.',
  },
} as const;

/** Why something about performance is not shown or not done. */
export function refused(reason: keyof typeof MESSAGES): AppError {
  const { kind, zh, en } = MESSAGES[reason];
  return new AppError({ kind, code: `performance.${reason}`, message: { zh, en } });
}
