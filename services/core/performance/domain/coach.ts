import type { CoachSuggestion, EvidenceLink, LocalizedText, Objective } from '@tokenholic/contracts';
import type { Deed, FactKind } from './facts.ts';

type Suggestion = Omit<CoachSuggestion, 'answer'>;

const DAY = 86_400_000;
/** The coach looks back so far. */
export const LOOK_BACK_DAYS = 90;
/** A client's message should be answered within a day. */
const SLOW_HOURS = 24;
/** Points of a practice talk below which another one is worth it; certificates ask for 70 unless a manager says otherwise. */
const GOOD_PRACTICE = 70;
const MOST_EVIDENCE = 5;
/** From so many cases on a pattern is hardly chance, and from so many it may well be one. */
const MANY_CASES = 12;
const SOME_CASES = 5;

const both = (zh: string, en: string): LocalizedText => ({ zh, en });

/** What the figures of one person suggest, the plainest first. Every figure in the words is counted here. */
export function coach(deeds: readonly Deed[], objectives: readonly Objective[], now: Date): Suggestion[] {
  const recent = deeds.filter(({ at }) => now.getTime() - at.getTime() <= LOOK_BACK_DAYS * DAY);
  const of = (kind: FactKind) => recent.filter((deed) => deed.kind === kind);
  return [
    ...slowAnswers(of('first_answer_hours')),
    ...returned(of('handoffs_kept')),
    ...deferredKinds(of('task_deferred'), of('task_taken')),
    ...lostOnPrice(of('deal_lost')),
    ...practice(of('practice_score')),
    ...behind(objectives),
  ];
}

function slowAnswers(deeds: readonly Deed[]): Suggestion[] {
  const slow = deeds.filter(({ value }) => value > SLOW_HOURS);
  if (deeds.length < 3 || slow.length * 2 < deeds.length) return [];
  return [
    {
      ...{ key: `slow_answers:${slow.length}`, rule: 'slow_answers', opens: 'copilot' },
      title: both('客户来信等得久', 'Clients wait long for an answer'),
      reason: both(
        `近 90 天 ${deeds.length} 次来信里，有 ${slow.length} 次一天以后才回复。`,
        `Of ${deeds.length} messages in 90 days, ${slow.length} were answered after more than a day.`,
      ),
      step: both(
        '当天先回一句“已收到，何时答复”，再补内容；工作台可以起草。',
        'Say the same day that it arrived and when the answer comes; the workspace drafts it.',
      ),
      confidence: confidenceOf(deeds.length),
      evidence: evidenceOf(
        [...slow].sort((a, b) => b.value - a.value),
        ({ value }) => both(`等了 ${Math.round(value)} 小时`, `Answered after ${Math.round(value)} hours`),
      ),
    },
  ];
}

function returned(deeds: readonly Deed[]): Suggestion[] {
  const back = deeds.filter(({ value }) => value === 0);
  if (back.length < 2) return [];
  return [
    {
      ...{ key: `handoffs_returned:${back.length}`, rule: 'handoffs_returned', opens: 'copilot' },
      title: both('交接被退回', 'Hand-offs come back'),
      reason: both(
        `近 90 天 ${deeds.length} 次交接里有 ${back.length} 次被退回。`,
        `${back.length} of ${deeds.length} hand-offs in 90 days were returned.`,
      ),
      step: both(
        '提交前先对照清单；缺的项写进说明，或先发起“交接例外”审批。',
        'Go through the checklist first; say what is missing in the note, or ask for an exception.',
      ),
      confidence: confidenceOf(deeds.length),
      evidence: evidenceOf(back, () => both('被退回', 'Returned')),
    },
  ];
}

function deferredKinds(deferred: readonly Deed[], taken: readonly Deed[]): Suggestion[] {
  const kinds = new Map<string, Deed[]>();
  for (const deed of deferred)
    if (deed.label !== null) kinds.set(deed.label, [...(kinds.get(deed.label) ?? []), deed]);
  return [...kinds].flatMap(([rule, deeds]): Suggestion[] => {
    const done = taken.filter(({ label }) => label === rule).length;
    if (deeds.length < 3 || deeds.length <= done) return [];
    const name = TASK_KINDS[rule] ?? both('同一类任务', 'one kind of task');
    return [
      {
        ...{ key: `deferred_kind:${rule}:${deeds.length}`, rule: 'deferred_kind', opens: 'copilot' },
        title: both(`常推迟：${name.zh}`, `Often put off: ${name.en}`),
        reason: both(
          `近 90 天推迟 ${deeds.length} 次，做了 ${done} 次。`,
          `Put off ${deeds.length} times in 90 days, taken on ${done} times.`,
        ),
        step: both(
          '每周留一个固定时段一起处理；不该由您做的就忽略并写明原因，排序会跟着学。',
          'Keep one slot a week for them; dismiss what is not yours and say why, and the ranking learns.',
        ),
        confidence: confidenceOf(deeds.length + done),
        evidence: evidenceOf(deeds, () => both('推迟', 'Put off')),
      },
    ];
  });
}

const TASK_KINDS: Readonly<Record<string, LocalizedText>> = {
  start_research: both('开始研究', 'starting research'),
  rerun_research: both('重新研究', 'researching again'),
  follow_up_map: both('跟进战图', 'following up on a map'),
  ask_for_material: both('索取材料', 'asking for material'),
  answer_handoff: both('接手客户', 'taking over clients'),
  manual: both('自建任务', 'tasks of your own'),
};

function lostOnPrice(deeds: readonly Deed[]): Suggestion[] {
  const price = deeds.filter(({ label }) => label === 'price');
  if (price.length < 2) return [];
  return [
    {
      ...{ key: `lost_on_price:${price.length}`, rule: 'lost_on_price', opens: 'roleplay' },
      title: both('因价格丢单', 'Deals lost on price'),
      reason: both(
        `近 90 天丢的 ${deeds.length} 单里，${price.length} 单原因写的是价格。`,
        `Of ${deeds.length} deals lost in 90 days, ${price.length} were put down to price.`,
      ),
      step: both(
        '做一次“异议”演练，练习先谈价值再谈价格。',
        'Take a practice talk on objections: value before price.',
      ),
      confidence: confidenceOf(deeds.length),
      evidence: evidenceOf(price, () => both('因价格丢单', 'Lost on price')),
    },
  ];
}

function practice(deeds: readonly Deed[]): Suggestion[] {
  const last = [...deeds].sort((a, b) => b.at.getTime() - a.at.getTime())[0];
  if (last === undefined || last.value >= GOOD_PRACTICE) return [];
  return [
    {
      ...{ key: `practice_low:${last.id}`, rule: 'practice_low', opens: 'roleplay' },
      title: both('演练还可以更好', 'Practice can get better'),
      reason: both(
        `最近一次提交的演练是 ${Math.round(last.value)} 分，低于 ${GOOD_PRACTICE} 分。`,
        `The last talk handed in scored ${Math.round(last.value)} of 100, below ${GOOD_PRACTICE}.`,
      ),
      step: both(
        '打开那次演练，从得分最低的一条“从这里再试”。',
        'Open that talk and try again from the line that scored least.',
      ),
      confidence: confidenceOf(deeds.length),
      evidence: evidenceOf([last], ({ value }) =>
        both(`${Math.round(value)} 分`, `${Math.round(value)} points`),
      ),
    },
  ];
}

function behind(objectives: readonly Objective[]): Suggestion[] {
  return objectives
    .filter(({ state }) => state === 'behind')
    .map(
      ({ id, metric, forecast: { chance } }): Suggestion => ({
        ...{ key: `behind:${id}`, rule: 'behind', opens: OPENS[metric] },
        title: both('目标有落后的风险', 'An objective is falling behind'),
        reason:
          chance === null
            ? both('按目前的进度难以达成。', 'At this pace it will not be reached.')
            : both(
                `按目前的进度，达成的可能性约 ${Math.round(chance * 100)}%。`,
                `At this pace the chance to reach it is about ${Math.round(chance * 100)} %.`,
              ),
        step: both(
          '和经理商量：这段时间优先做它，或者调整目标。',
          'Talk to your manager: give it first place for a while, or change the target.',
        ),
        // The forecast says itself how sure it is; without one there is too little to go by.
        confidence: chance === null ? 'low' : chance < 0.1 ? 'high' : 'medium',
        evidence: [],
      }),
    );
}

const OPENS: Readonly<Record<Objective['metric'], CoachSuggestion['opens']>> = {
  maps_drawn: 'copilot',
  findings_judged: 'copilot',
  tasks_in_time: 'copilot',
  first_answer_hours: 'deals',
  deals_won_cny: 'deals',
  practice_score: 'roleplay',
  handoffs_kept: 'copilot',
};

const confidenceOf = (cases: number): CoachSuggestion['confidence'] =>
  cases >= MANY_CASES ? 'high' : cases >= SOME_CASES ? 'medium' : 'low';

function evidenceOf(deeds: readonly Deed[], say: (deed: Deed) => LocalizedText): EvidenceLink[] {
  return deeds.slice(0, MOST_EVIDENCE).map((deed) => ({
    ...{ clientId: deed.clientId, eventId: deed.id, at: deed.at.toISOString(), text: say(deed) },
  }));
}
