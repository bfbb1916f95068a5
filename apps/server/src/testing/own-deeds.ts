const at = (place: string) => `01970000-0000-7000-8000-00000000${place}`;

/** What is said in the deeds below, and in no other place. */
export const wordsOfDeeds = {
  step: '步骤雀五五八二：致电确认预算',
  advice: '理由雀五五八二',
  objection: '太贵了雀五五八二，别家便宜两成',
  objective: '目标雀五五八二',
  practice: '练习雀五五八二',
  title: '标题雀五五八二',
} as const;

type Send = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
) => Promise<{ status: number; body: unknown }>;

/** Has people of the seller's do something in every place that keeps who did it; fails when a place does not take it. */
export async function doDeeds(
  { agent, manager }: { agent: Send; manager: Send },
  { clientId, dealId, personId }: { clientId: string; dealId: string; personId: string },
): Promise<void> {
  const persona = { kind: 'library', id: 'e-commerce' };
  const talk = { scenario: 'discovery', level: 'easy', persona };
  const deeds = [
    ['POST', `deals/${dealId}/tasks`, { id: at('b001'), title: wordsOfDeeds.step, dueOn: '2027-02-01' }],
    [
      ...['POST', `deals/${dealId}/advice/agree_step`],
      { decision: 'dismissed', reason: wordsOfDeeds.advice, until: null },
    ],
    ['POST', 'deals/views', { id: at('b002'), name: '本周', search: {}, shared: true }],
    ['POST', 'objections', { text: wordsOfDeeds.objection, clientId }],
    [
      'POST',
      'objections/library',
      { category: 'price', language: 'zh', text: '按用量计费，先用后付，没有起步费。' },
    ],
    [
      ...['PUT', 'performance/objectives'],
      {
        ...{
          id: at('b003'),
          userId: personId,
          metric: 'maps_drawn',
          target: 3,
          note: wordsOfDeeds.objective,
        },
        ...{ from: '2026-11-01', until: '2027-11-01' },
      },
    ],
    ['POST', 'practice/sessions', { ...talk, language: 'zh' }],
    [
      ...['POST', 'practice/assignments'],
      { ...talk, userId: personId, least: 50, dueOn: '2027-02-01', note: wordsOfDeeds.practice },
    ],
    ['PUT', `clients/${clientId}/research-schedule`, { every: 'month' }],
    [
      ...['POST', `clients/${clientId}/map/shares`],
      { version: null, showValues: false, showOpportunities: false, days: 7 },
    ],
    [
      ...['POST', 'approvals'],
      {
        ...{ id: at('b004'), type: 'export', clientId, title: wordsOfDeeds.title, detail: '' },
        ...{ amountCny: null, discountPercent: null, personalData: true },
      },
    ],
  ] as const;
  for (const [method, path, body] of deeds) {
    // Who practises is told by a manager.
    const send = path === 'practice/assignments' ? manager : agent;
    const { status, body: answer } = await send(method, path, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
  }
}
