import {
  type AdviceKind,
  confidenceOf,
  type DealAdvice,
  type DealRisk,
  type LocalizedText,
  type RiskKind,
} from '@tokenholic/contracts';
import { effectOf } from './logistic.ts';
import { both, DAY, type DealPicture, fact, reached } from './picture.ts';
import { estimate, type WinModel } from './win-model.ts';

type Features = Readonly<Record<string, number>>;

interface Move {
  kind: AdviceKind;
  title: LocalizedText;
  /** How the record would look once it is done; null: the model has no word for it. */
  afterwards: ((features: Features) => Features) | null;
  /** The feature whose effect says how sure the model is of it. */
  feature: string | null;
  dueInDays: number;
}

const with_ = (name: string, value: number) => (features: Features) => ({ ...features, [name]: value });
const more = (name: string, by: number) => (features: Features) => ({
  ...features,
  [name]: (features[name] ?? 0) + by,
});

const MOVES: Readonly<Record<RiskKind, Move>> = {
  stalled: {
    ...{ kind: 'revive', afterwards: more('activity', 1), feature: 'activity', dueInDays: 2 },
    title: both('带一个新的理由，重新联系上', 'Get back in touch with a new reason'),
  },
  no_next_step: {
    ...{ kind: 'agree_step', afterwards: null, feature: null, dueInDays: 2 },
    title: both('和客户约定下一步和日期', 'Agree the next step and its date with the client'),
  },
  overdue: {
    ...{ kind: 'reset_date', afterwards: null, feature: null, dueInDays: 3 },
    title: both(
      '和客户重新确认成交日，或者结束它',
      'Confirm a new close date with the client, or close the deal',
    ),
  },
  pushed: {
    ...{ kind: 'close_plan', afterwards: null, feature: 'pushes', dueInDays: 5 },
    title: both(
      '和客户一起写一份到签约为止的计划',
      'Write a plan up to the signature together with the client',
    ),
  },
  single_threaded: {
    ...{ kind: 'widen', afterwards: more('contacts', 1), feature: 'contacts', dueInDays: 5 },
    title: both('请现在的联系人再引荐两位', 'Ask your contact to introduce two more people'),
  },
  no_economic_buyer: {
    ...{
      kind: 'reach_buyer',
      afterwards: with_('role:economic_buyer', 1),
      feature: 'role:economic_buyer',
      dueInDays: 7,
    },
    title: both('找到拍板人，并约到一次面谈', 'Find out who signs off the money and get a meeting'),
  },
  no_champion: {
    ...{
      kind: 'grow_champion',
      afterwards: with_('role:champion', 1),
      feature: 'role:champion',
      dueInDays: 7,
    },
    title: both(
      '给最认可我们的人准备一页内部材料',
      'Give whoever likes us most a one-page case to use inside',
    ),
  },
  no_criteria: {
    ...{ kind: 'agree_criteria', feature: 'role:technical_evaluator', dueInDays: 7 },
    afterwards: with_('role:technical_evaluator', 1),
    title: both('和技术评估人书面确认评判标准', 'Agree the criteria in writing with whoever evaluates'),
  },
  no_paper_process: {
    ...{
      kind: 'map_paper',
      afterwards: with_('role:procurement', 1),
      feature: 'role:procurement',
      dueInDays: 7,
    },
    title: both(
      '问清采购、法务和签字的顺序与用时',
      'Ask for the order and length of procurement, legal and signature',
    ),
  },
  competitor: {
    ...{ kind: 'answer_competitor', afterwards: null, feature: 'competitor', dueInDays: 5 },
    title: both(
      '用竞品卡准备一份对比，先谈客户在意的那一条',
      'Prepare a comparison from the battlecard, led by what the client cares about',
    ),
  },
  blocker: {
    ...{ kind: 'win_blocker', afterwards: null, feature: 'role:blocker', dueInDays: 4 },
    title: both(
      '单独约反对者，把顾虑逐条写下来再答',
      'Meet the blocker alone, write the concerns down, answer each',
    ),
  },
  one_sided: {
    ...{ kind: 'get_answer', afterwards: with_('inbound', 0.5), feature: 'inbound', dueInDays: 4 },
    title: both('提一个只有客户能回答的问题', 'Ask something that only the client can answer'),
  },
  no_metrics: {
    ...{ kind: 'quantify', afterwards: null, feature: null, dueInDays: 7 },
    title: both(
      '和客户一起算出收益：省多少钱、多少时间',
      'Work the gain out with the client: money and time',
    ),
  },
};

const WEIGHTS = { high: 3, medium: 2, low: 1 } as const;
const MOST = 5;
const FEWEST = 3;

/** Three to five next steps, the most worth-while first; each answers a risk or belongs to the stage. */
export function advise(
  picture: DealPicture,
  risks: readonly DealRisk[],
  features: Features,
  model: WinModel,
  now: Date,
): DealAdvice[] {
  if (picture.stage === 'won' || picture.stage === 'lost') return [];
  const day = (days: number) => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
  const answers = risks.map(({ kind, level, text, evidence }) => {
    const move = MOVES[kind];
    const points = pointsOf(move, features, model);
    const advice: DealAdvice = {
      ...{ kind: move.kind, title: move.title, reason: text, evidence },
      confidence: confidenceOf(sureness(move, model)),
      effect: { points, text: effectText(points) },
      dueOn: day(move.dueInDays),
    };
    return { advice, worth: WEIGHTS[level] + 10 * Math.max(0, points ?? 0) };
  });
  const ranked = answers.sort((a, b) => b.worth - a.worth).map(({ advice }) => advice);
  const kinds = new Set(ranked.map(({ kind }) => kind));
  const usual = usualSteps(picture, day).filter(({ kind }) => !kinds.has(kind));
  return [...ranked, ...usual].slice(0, Math.max(FEWEST, Math.min(MOST, ranked.length)));
}

function pointsOf({ afterwards }: Move, features: Features, model: WinModel): number | null {
  if (model.kind !== 'model' || afterwards === null) return null;
  return estimate(model, afterwards(features)).probability - estimate(model, features).probability;
}

/** The fact behind an advice is certain; how much it helps is not: surest where the organisation's own deals show it. */
function sureness({ feature }: Move, model: WinModel): number {
  const at = model.kind === 'model' && feature !== null ? model.names.indexOf(feature) : -1;
  if (model.kind !== 'model' || at < 0) return 0.5;
  const { value, error } = effectOf(model.fit, at);
  return Math.abs(value) > 1.96 * error ? 0.8 : 0.4;
}

function effectText(points: number | null): LocalizedText {
  if (points === null)
    return both('没有足够的数据估计效果', 'There is not enough data to estimate the effect');
  const size = Math.round(Math.abs(points) * 100);
  if (size === 0 || points < 0)
    return both('在您过去的商机里看不出差别', 'Your past deals show no difference');
  return both(
    `过去有这一点的商机，赢率高约 ${size} 个百分点（相关，不等于因果）`,
    `Past deals that had this were won about ${size} points more often (association, not cause)`,
  );
}

/** What belongs to a stage in any case, for a deal without open risks. */
function usualSteps(picture: DealPicture, day: (days: number) => string): DealAdvice[] {
  const usual = (kind: AdviceKind, title: LocalizedText, reason: LocalizedText): DealAdvice => ({
    ...{
      kind,
      title,
      reason,
      evidence: [
        fact(`目前在 ${picture.said.length} 条往来之后`, `After ${picture.said.length} records so far`),
      ],
    },
    confidence: confidenceOf(0.4),
    effect: { points: null, text: effectText(null) },
    dueOn: day(7),
  });
  const late = reached(picture.stage, 'proposal');
  return [
    usual(
      'close_plan',
      both('和客户一起写一份到签约为止的计划', 'Write a plan up to the signature together with the client'),
      both('双方认同的日期比我方的预测可靠', 'Dates both sides agree on are worth more than our forecast'),
    ),
    usual(
      'quantify',
      both('和客户一起算出收益：省多少钱、多少时间', 'Work the gain out with the client: money and time'),
      both('有数字的收益才能在内部被转述', 'A gain with a figure can be retold inside'),
    ),
    late
      ? usual(
          'reference',
          both('安排一次与同行客户的交流', 'Arrange a talk with a client of the same trade'),
          both(
            '快到决定时，同行的话比我方的话有分量',
            'Close to the decision a peer counts for more than we do',
          ),
        )
      : usual(
          'agree_criteria',
          both('和技术评估人书面确认评判标准', 'Agree the criteria in writing with whoever evaluates'),
          both('标准先定，评测才不会走样', 'Criteria that are set first keep the test honest'),
        ),
  ];
}
