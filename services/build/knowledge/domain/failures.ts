import type { LocalizedText } from '@tokenholic/contracts';
import { AppError, type AppErrorOptions } from '@tokenholic/kit';

const failure = (kind: AppErrorOptions['kind'], code: string, message: LocalizedText) =>
  new AppError({ kind, code: `knowledge.${code}`, message });

export const collectionUnknown = () =>
  failure('not_found', 'collection_unknown', {
    zh: '没有这个知识集，可能已被删除。请刷新列表。',
    en: 'There is no such collection; it may have been deleted. Reload the list.',
  });
export const collectionReadOnly = () =>
  failure('forbidden', 'collection_read_only', {
    zh: '内置知识库只读。请在自己的知识集里添加内容。',
    en: 'The built-in base cannot be changed. Add to a collection of your own.',
  });
export const documentUnknown = () =>
  failure('not_found', 'document_unknown', {
    zh: '没有这份资料，可能已被删除。请刷新列表。',
    en: 'There is no such document; it may have been deleted. Reload the list.',
  });
export const documentNotEditable = () =>
  failure('conflict', 'document_not_editable', {
    zh: '只有手工录入的问答可以在这里改。文件请改好后重新上传。',
    en: 'Only entries typed in can be edited here. Change the file and upload it again.',
  });
export const documentBusy = () =>
  failure('conflict', 'document_busy', {
    zh: '这份资料正在读取，请稍候。',
    en: 'This document is being read. Please wait a moment.',
  });
export const fileMissing = () =>
  failure('invalid', 'file_missing', {
    zh: '没有收到文件。请选择文件后再上传。',
    en: 'No file arrived. Choose a file and upload it again.',
  });
export const fileTooLarge = (megabytes: number) =>
  failure('invalid', 'file_too_large', {
    zh: `文件超过 ${megabytes} MB。请拆分后上传。`,
    en: `The file is larger than ${megabytes} MB. Split it and upload the parts.`,
  });
export const fileGone = () =>
  failure('invalid', 'file_gone', {
    zh: '原文件已经找不到了。请重新上传。',
    en: 'The file itself is gone. Upload it again.',
  });
export const noTrialQuestions = () =>
  failure('conflict', 'no_trial_questions', {
    zh: '还没有测试问题。先加上几个，再运行测试。',
    en: 'There are no test questions yet. Add some, then run the test.',
  });

/** What is shown when reading failed for a reason nobody foresaw. */
export const unexpectedFailure = {
  code: 'knowledge.unexpected',
  message: {
    zh: '读取时出现意外错误，系统会自动重试；也可以手动重试。',
    en: 'Reading failed unexpectedly. It is tried again by itself; you can also retry now.',
  },
} as const;
