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
