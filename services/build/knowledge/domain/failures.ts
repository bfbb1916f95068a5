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
export const sourceUnknown = () =>
  failure('not_found', 'source_unknown', {
    zh: '没有这个站点地图，可能已被删除。请刷新列表。',
    en: 'There is no such sitemap; it may have been deleted. Reload the list.',
  });
export const sourceBusy = () =>
  failure('conflict', 'source_busy', {
    zh: '这个站点地图正在读取，请稍候。',
    en: 'This sitemap is being read. Please wait a moment.',
  });
export const sitemapEmpty = () =>
  failure('invalid', 'sitemap_empty', {
    zh: '这个地址没有列出任何页面。请检查站点地图的网址，通常以 sitemap.xml 结尾。',
    en: 'No pages are listed there. Check the address of the sitemap; it usually ends in sitemap.xml.',
  });
export const entityUnknown = () =>
  failure('not_found', 'entity_unknown', {
    zh: '资料里没有提到它。请从列表里选两个不同的名称。',
    en: 'No document speaks of it. Choose two different names from the list.',
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
