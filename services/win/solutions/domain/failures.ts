import type { LocalizedText } from '@tokenholic/contracts';
import { AppError, type AppErrorOptions } from '@tokenholic/kit';

const failure = (kind: AppErrorOptions['kind'], code: string, message: LocalizedText) =>
  new AppError({ kind, code: `solutions.${code}`, message });

export const solutionUnknown = () =>
  failure('not_found', 'solution_unknown', {
    zh: '没有这份方案，可能已被删除。请回到列表。',
    en: 'There is no such solution; it may have been deleted. Go back to the list.',
  });
export const versionUnknown = (number: number) =>
  failure('not_found', 'version_unknown', {
    zh: `没有第 ${number} 版。请刷新后重新选择。`,
    en: `There is no version ${number}. Reload and choose again.`,
  });
export const mapMissing = () =>
  failure('conflict', 'map_missing', {
    zh: '这个客户还没有 Token 战图。请先完成调研，或者改为提一个问题。',
    en: 'This client has no token map yet. Finish the research first, or ask a question instead.',
  });
export const subjectUnknown = () =>
  failure('conflict', 'subject_unknown', {
    zh: '战图上已经没有这个用例或板块。请从最新的战图重新选择。',
    en: 'The map no longer has this use case or tile. Choose again from the latest map.',
  });
export const nothingToAnswer = () =>
  failure('invalid', 'nothing_to_answer', {
    zh: '没有从反馈里读出要改的内容。请写明要换、要去掉或要补充什么。',
    en: 'No point to answer was found in the feedback. Say what to replace, drop or add.',
  });
export const runActive = () =>
  failure('conflict', 'run_active', {
    zh: '这份方案正在生成新版本，请等它完成，或先取消。',
    en: 'A version of this solution is being made. Wait for it, or cancel it first.',
  });
export const cannotResume = () =>
  failure('conflict', 'cannot_resume', {
    zh: '只有失败或已取消的生成可以继续。',
    en: 'Only a run that failed or was cancelled can be taken up again.',
  });
export const runOver = () =>
  failure('conflict', 'run_over', {
    zh: '这次生成已经结束。请刷新页面。',
    en: 'This run is over already. Reload the page.',
  });
export const nothingDrawn = () =>
  failure('conflict', 'nothing_drawn', {
    zh: '这次修改没有改变架构图。',
    en: 'These edits leave the diagram as it was.',
  });
export const diagramFull = () =>
  failure('invalid', 'diagram_full', {
    zh: '架构图最多 80 个节点、200 条连线。请先删掉一些。',
    en: 'A diagram has at most 80 nodes and 200 lines. Remove some first.',
  });
