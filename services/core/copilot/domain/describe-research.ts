import type { EventPayload } from '@tokenholic/contracts';
import { type Description, described } from './description.ts';

export const researchDescribers = {
  'research.started': ({ runId }: EventPayload<'research.started'>): Description =>
    described(
      'research',
      { zh: '开始研究', en: 'Research started' },
      { answers: [`run.${runId}`, 'research.failed'] },
    ),
  'research.progressed': ({ pages, findings }: EventPayload<'research.progressed'>): Description =>
    described('research', {
      zh: `研究进行中：已读 ${pages} 页，${findings} 条结论`,
      en: `Research under way: ${pages} pages read, ${findings} findings`,
    }),
  'research.completed': completed,
  'findings.reviewed': ({ reviewed, findings }: EventPayload<'findings.reviewed'>): Description =>
    described(
      'research',
      {
        zh: `审核了 ${reviewed} 条结论，保留 ${findings.length} 条，战图随之重画`,
        en: `${reviewed} findings reviewed, ${findings.length} stand; the map is redrawn`,
      },
      { mood: 0.2 },
    ),
  'research.ended': ended,
};

function completed({ findings, pages, industryId }: EventPayload<'research.completed'>): Description {
  const workloads = findings.filter(({ kind }) => kind === 'workload').length;
  if (workloads > 0) {
    return described(
      'research',
      { zh: `研究完成，${findings.length} 条结论`, en: `Research done, ${findings.length} findings` },
      {
        text: {
          zh: `读了 ${pages} 页，其中 ${workloads} 条说明客户在用哪些 AI。`,
          en: `${pages} pages read; ${workloads} findings say which AI the client uses.`,
        },
        weight: 1,
        mood: 0.3,
        notice: 'info',
        answers: ['research.empty'],
        facts: { industryId },
      },
    );
  }
  return described(
    'research',
    { zh: '研究完成，没有找到 AI 用量的证据', en: 'Research done, no evidence of AI use' },
    {
      form: 'card',
      text: {
        zh: `读了 ${pages} 页。战图目前只是行业基准，需要客户资料才能算准。`,
        en: `${pages} pages read. The map is only the industry's benchmark until the client gives material.`,
      },
      weight: 2,
      facts: { industryId },
      tasks: [
        {
          key: 'research.empty',
          rule: 'ask_for_material',
          title: { zh: '向客户要一份 AI 使用情况说明', en: 'Ask the client what AI it uses' },
          reason: { zh: '公开资料里没有证据', en: 'Public sources hold no evidence' },
          outcome: {
            zh: '有了资料，战图就能从行业基准换成客户自己的数字',
            en: "With material, the map shows the client's own figures instead of a benchmark",
          },
          action: 'draft_email',
          impact: 0,
          dueInHours: 48,
        },
      ],
    },
  );
}

function ended({ runId, status, code }: EventPayload<'research.ended'>): Description {
  if (status === 'cancelled')
    return described(
      'research',
      { zh: '研究已取消', en: 'Research was cancelled' },
      { answers: [`run.${runId}`] },
    );
  const why = code === null ? null : { zh: `原因代码：${code}`, en: `Reason code: ${code}` };
  return described(
    'research',
    status === 'failed'
      ? { zh: '研究失败', en: 'Research failed' }
      : { zh: '研究中断', en: 'Research was interrupted' },
    {
      form: 'card',
      text: why,
      weight: 3,
      mood: -0.4,
      notice: 'warning',
      tasks: [
        {
          key: 'research.failed',
          rule: 'rerun_research',
          title: { zh: '重新开始研究', en: 'Start research again' },
          reason: {
            zh: '上一次没有做完，战图停在旧版本',
            en: 'The last run did not finish; the map is out of date',
          },
          outcome: null,
          action: 'open_run',
          impact: 0,
          dueInHours: 8,
        },
      ],
    },
  );
}
