import { AppError } from '@tokenholic/kit';

export const sessionUnknown = () =>
  new AppError({
    kind: 'not_found',
    code: 'roleplay.session_unknown',
    message: {
      zh: '没有这次演练。请回到演练列表重新选择。',
      en: 'There is no such practice talk. Go back to the list and choose another.',
    },
  });
export const sessionOver = () =>
  new AppError({
    kind: 'conflict',
    code: 'roleplay.session_over',
    message: {
      zh: '这次演练已经结束，可以从任意一句重新开始。',
      en: 'This talk has ended. You can try again from any of your lines.',
    },
  });
