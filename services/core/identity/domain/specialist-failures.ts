import { AppError } from '@tokenholic/kit';

const failure = (kind: AppError['kind'], code: string, zh: string, en: string): AppError =>
  new AppError({ kind, code: `identity.${code}`, message: { zh, en } });

export const specialistDayPast = () =>
  failure(
    'invalid',
    'specialist_day_past',
    '截止日期已过，请选择今天或以后的日期。',
    'That day has passed. Choose today or a later day.',
  );

export const specialistAsked = () =>
  failure(
    'conflict',
    'specialist_asked',
    '这位同事已有一个待答复的问题，请等答复后再问，或先撤回。',
    'This colleague has a question about the client already. Wait for the answer, or take it back first.',
  );

export const specialistEnded = () =>
  failure(
    'conflict',
    'specialist_ended',
    '这个邀请已经结束，请刷新后查看。',
    'This invitation is over. Reload to see.',
  );

export const specialistNotYou = () =>
  failure(
    'forbidden',
    'specialist_not_you',
    '只有被邀请的同事可以填写结果。',
    'Only the colleague who was asked can say what came of it.',
  );
