import { AppError } from '@tokenholic/kit';

export function clientNameTaken(name: string, clientId: string): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'identity.client_name_taken',
    message: {
      zh: `已有名为“${name}”的客户。您可以打开它，或确认新建一个同名客户。`,
      en: `There is already a client called “${name}”. Open it, or confirm that you want a second one.`,
    },
    details: { clientId },
  });
}

export function clientIdTaken(): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'identity.client_id_taken',
    message: {
      zh: '这个编号已被使用，请刷新页面后重新提交。',
      en: 'This id is already in use. Reload the page and submit again.',
    },
  });
}

export function handoffNotPossible(): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'identity.handoff_not_possible',
    message: {
      zh: '客户目前的阶段不能交接到那里，或已有一个交接在等答复。请刷新后查看。',
      en: 'The client cannot be handed over to there from its stage, or a hand-off is waiting already. Reload to see.',
    },
  });
}

export function handoffIncomplete(missing: number): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'identity.handoff_incomplete',
    message: {
      zh: `清单还有 ${missing} 项没完成。请先补齐，或退回交接并说明缺什么。`,
      en: `${missing} items of the checklist are not done. Complete them, or return the hand-off and say what is missing.`,
    },
    details: { missing },
  });
}

export function handoffAnswered(): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'identity.handoff_answered',
    message: {
      zh: '这个交接已经有人答复了，请刷新后查看。',
      en: 'This hand-off has been answered already. Reload to see.',
    },
  });
}

export function notAnAgent(): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'identity.not_an_agent',
    message: {
      zh: '没有这位同事，请从列表中重新选择。',
      en: 'There is no such colleague. Choose one from the list.',
    },
  });
}
