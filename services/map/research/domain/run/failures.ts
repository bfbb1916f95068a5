import { AppError } from '@tokenholic/kit';

export function alreadyRunning(runId: string): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'research.already_running',
    message: {
      zh: '这个客户的研究正在进行中。请等它完成，或先取消它。',
      en: 'Research for this client is already running. Wait for it to end, or cancel it first.',
    },
    details: { runId },
  });
}

export function runNotFound(): AppError {
  return new AppError({
    kind: 'not_found',
    code: 'research.run_not_found',
    message: { zh: '没有这次研究，可能已被删除。', en: 'There is no such research run.' },
  });
}

export function runIsOver(): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'research.run_is_over',
    message: { zh: '这次研究已经结束。', en: 'This research run has already ended.' },
  });
}

export function cannotResume(): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'research.cannot_resume',
    message: {
      zh: '只有中断或失败的研究可以继续。请重新发起一次研究。',
      en: 'Only an interrupted or failed run can be resumed. Start a new run instead.',
    },
  });
}

export function pageNotFound(): AppError {
  return new AppError({
    kind: 'not_found',
    code: 'research.page_not_found',
    message: { zh: '没有这个证据页面。', en: 'There is no such evidence page.' },
  });
}

export function fileTooLarge(limitMegabytes: number): AppError {
  return new AppError({
    kind: 'too_large',
    code: 'research.file_too_large',
    message: {
      zh: `文件超过 ${limitMegabytes} MB 上限。请拆分后上传，或只粘贴相关段落。`,
      en: `The file is larger than ${limitMegabytes} MB. Split it, or paste the passages that matter.`,
    },
  });
}

export function fileMissing(): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'research.file_missing',
    message: { zh: '没有收到文件，请重新选择。', en: 'No file arrived. Choose it again.' },
  });
}
