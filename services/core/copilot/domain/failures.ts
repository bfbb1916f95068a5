import { AppError } from '@tokenholic/kit';

export function taskIdTaken(): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'copilot.task_id_taken',
    message: {
      zh: '这个任务编号已被使用，请刷新页面后重新提交。',
      en: 'This task id is already in use. Reload the page and submit again.',
    },
  });
}

export function deferredIntoPast(): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'copilot.deferred_into_past',
    message: {
      zh: '推迟的时间已经过去，请选一个将来的时间。',
      en: 'That time has passed. Choose one in the future.',
    },
  });
}
