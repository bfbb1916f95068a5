import type { DraftInput, DraftOutput } from '../tasks/write-draft.ts';

/** A draft by rule: the client's own facts in a form that fits kind, tone and language. */
export function composeDraft(input: DraftInput): DraftOutput {
  return input.language === 'zh' ? inChinese(input) : inEnglish(input);
}

/** The newest things worth telling. */
const TOLD = 3;

function inChinese(input: DraftInput): DraftOutput {
  const { kind, tone, client, author, intent, events, openTasks, opportunity } = input;
  const facts = events.slice(0, TOLD);
  if (kind === 'handoff_note') {
    return {
      subject: `${client} 交接说明`,
      body: lines([
        `${client} 目前处于${STAGE_ZH[input.stage]}阶段。`,
        opportunity === null ? null : `战图显示的机会：${opportunity} / 年。`,
        '',
        '近况',
        ...bullets(
          events.slice(0, 6).map(({ at, title }) => `${at} ${title}`),
          '暂无记录',
        ),
        '',
        '未完成的事',
        ...bullets(openTasks, '没有'),
        '',
        '接手后请先确认',
        ...bullets(
          [...(intent === '' ? [] : [intent]), '客户侧对接人', '下一次沟通时间', '已做出的承诺'],
          '',
        ),
      ]),
    };
  }
  if (kind === 'agenda') {
    return {
      subject: `${client} 会议议程`,
      body: lines([
        `1. 目标：${intent === '' ? AGENDA_ZH[input.stage] : intent}`,
        '2. 近况回顾',
        ...facts.map(({ title }) => `   - ${title}`),
        '3. 待确认事项',
        ...(openTasks.length === 0
          ? ['   - 请客户补充']
          : openTasks.slice(0, 5).map((task) => `   - ${task}`)),
        '4. 下一步：负责人与时间',
      ]),
    };
  }
  const hello = { formal: `尊敬的${client}团队：`, warm: `${client}的各位伙伴，您好！`, brief: '您好，' }[
    tone
  ];
  const purpose =
    intent === '' ? '想跟您同步一下近况，并约个时间聊聊下一步。' : `这次联系您，是想沟通：${intent}`;
  return {
    subject: intent === '' ? `${client} × 阿里云：近况与下一步` : `${client} × 阿里云：${shortened(intent)}`,
    body: lines([
      hello,
      '',
      tone === 'formal' ? `感谢贵司一直以来的支持。${purpose}` : purpose,
      ...(tone === 'brief' ? [] : ['', ...clientFacts(input).map((fact) => `- ${fact}`)]),
      '',
      tone === 'brief' ? '方便时回复即可。' : '您看本周或下周哪个时间方便，我们约 30 分钟？',
      '',
      tone === 'formal' ? '此致\n敬礼' : '祝好，',
      author,
    ]),
  };
}

function inEnglish(input: DraftInput): DraftOutput {
  const { kind, tone, client, author, intent, events, openTasks, opportunity } = input;
  const facts = events.slice(0, TOLD);
  if (kind === 'handoff_note') {
    return {
      subject: `Hand-off of ${client}`,
      body: lines([
        `${client} is at the ${input.stage} stage.`,
        opportunity === null ? null : `Opportunity on the map: ${opportunity} a year.`,
        '',
        'Recently',
        ...bullets(
          events.slice(0, 6).map(({ at, title }) => `${at} ${title}`),
          'nothing on record',
        ),
        '',
        'Still open',
        ...bullets(openTasks, 'nothing'),
        '',
        'To confirm first',
        ...bullets(
          [...(intent === '' ? [] : [intent]), "the client's contact", 'the next meeting', 'promises made'],
          '',
        ),
      ]),
    };
  }
  if (kind === 'agenda') {
    return {
      subject: `Agenda: ${client}`,
      body: lines([
        `1. Goal: ${intent === '' ? AGENDA_EN[input.stage] : intent}`,
        '2. Since we last spoke',
        ...facts.map(({ title }) => `   - ${title}`),
        '3. To be decided',
        ...(openTasks.length === 0
          ? ['   - from the client']
          : openTasks.slice(0, 5).map((task) => `   - ${task}`)),
        '4. Next steps: who and when',
      ]),
    };
  }
  const hello = { formal: `Dear ${client} team,`, warm: `Hello everybody at ${client},`, brief: 'Hi,' }[tone];
  const purpose =
    intent === ''
      ? 'I would like to bring you up to date and find a time to talk about the next step.'
      : `I am writing about this: ${intent}`;
  return {
    subject:
      intent === ''
        ? `${client} and Alibaba Cloud: where we are and what is next`
        : `${client}: ${shortened(intent)}`,
    body: lines([
      hello,
      '',
      tone === 'formal' ? `Thank you for your continued trust. ${purpose}` : purpose,
      ...(tone === 'brief' ? [] : ['', ...clientFacts(input).map((fact) => `- ${fact}`)]),
      '',
      tone === 'brief' ? 'A short reply is enough.' : 'Would you have 30 minutes this week or next?',
      '',
      { formal: 'Yours sincerely,', warm: 'Warm regards,', brief: 'Best,' }[tone],
      author,
    ]),
  };
}

/** What a client may read of its own events: nothing about tasks, health or what can be won. */
function clientFacts({ events, language }: DraftInput): string[] {
  const shown = events
    .filter(({ id }) => id !== '')
    .slice(0, TOLD)
    .map(({ title }) => title);
  return shown.length > 0
    ? shown
    : [language === 'zh' ? '我们正在整理贵司的 AI 用量情况' : 'We are putting together how you use AI today'];
}

function lines(list: readonly (string | null)[]): string {
  return list.filter((line) => line !== null).join('\n');
}

function bullets(list: readonly string[], empty: string): string[] {
  return list.length === 0 ? [`- ${empty}`] : list.map((item) => `- ${item}`);
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

const STAGE_ZH = { sales: '销售', onboarding: '上线', support: '支持', success: '成功' };
const AGENDA_ZH = {
  sales: '确认迁移方案与报价',
  onboarding: '确认上线计划与依赖项',
  support: '复盘问题与改进措施',
  success: '季度回顾与续约安排',
};
const AGENDA_EN = {
  sales: 'agree on the migration plan and the quote',
  onboarding: 'agree on the go-live plan and what it depends on',
  support: 'review the issues and what changes',
  success: 'quarterly review and renewal',
};
