import type {
  FeedbackPoint,
  LocalizedText,
  PointAnswer,
  SolutionContent,
  SolutionSection,
} from '@tokenholic/contracts';
import { yuan } from '../parts/cost.ts';
import { totalDays } from '../parts/steps.ts';

export interface Answering {
  before: SolutionContent;
  after: SolutionContent;
  locked: readonly SolutionSection[];
  nameOf: (id: string) => LocalizedText;
  hasOpenWeights: (modelId: string) => boolean;
}

type Answer = Omit<PointAnswer, 'pointId'>;
const say = (outcome: PointAnswer['outcome'], where: SolutionSection, zh: string, en: string): Answer => ({
  outcome,
  where,
  how: { zh, en },
});

/** How and where the next version answers each point, read off the version itself: nothing is promised that is not there. */
export function answerPoints(points: readonly FeedbackPoint[], answering: Answering): PointAnswer[] {
  return points.map((point) => {
    const answer = answerOne(point, answering);
    const isLocked = answering.locked.includes(answer.where) && answer.outcome !== 'done';
    const locked = say(
      'locked',
      answer.where,
      '这一部分已锁定，保持原样。',
      'This part is locked and stays as it was.',
    );
    return { pointId: point.id, ...(isLocked ? locked : answer) };
  });
}

function answerOne({ wish }: FeedbackPoint, answering: Answering): Answer {
  const { after, nameOf } = answering;
  switch (wish.kind) {
    case 'exclude': {
      const name = nameOf(wish.id);
      return after.products.some(({ id }) => id === wish.id)
        ? say('not_possible', 'products', `${name.zh} 仍在方案中。`, `${name.en} is still part of it.`)
        : say('done', 'products', `已去掉 ${name.zh}。`, `${name.en} is left out.`);
    }
    case 'prefer': {
      const name = nameOf(wish.id);
      return after.products.some(({ id }) => id === wish.id)
        ? say('done', 'products', `已采用 ${name.zh}。`, `${name.en} is used.`)
        : say(
            'not_possible',
            'products',
            `知识库里没有 ${name.zh} 的资料，无法推荐。`,
            `The knowledge base has nothing on ${name.en}, so it is not proposed.`,
          );
    }
    case 'cheaper':
      return cheaper(answering);
    case 'budget':
      return withinBudget(wish.cnyPerYear, after);
    case 'days': {
      const { low, high } = totalDays(after.steps);
      return high <= wish.days
        ? say('done', 'steps', `已压到 ${low}–${high} 个工作日。`, `Now ${low}–${high} working days.`)
        : say(
            'partly',
            'steps',
            `最紧也要 ${low}–${high} 个工作日，做不到 ${wish.days} 天。`,
            `Even at its tightest it takes ${low}–${high} working days, not ${wish.days}.`,
          );
    }
    case 'self_host':
      return selfHosted(answering);
    case 'shorter':
      return say(
        'done',
        'products',
        '已精简产品、差异和案例。',
        'Products, differences and cases are cut down.',
      );
    case 'topic': {
      const known = after.answers
        .find(({ id }) => id === wish.question)
        ?.sentences.some(({ standing }) => standing === 'cited');
      return known === true
        ? say(
            'done',
            'answers',
            '已在“针对反馈”中引用资料说明。',
            'Answered with sources under “Answers to feedback”.',
          )
        : say(
            'not_possible',
            'answers',
            '知识库里没有这方面的内容。',
            'The knowledge base has nothing on this.',
          );
    }
  }
}

function cheaper({ before, after }: Answering): Answer {
  const [was, is] = [before.cost.oursCny, after.cost.oursCny];
  if (was === null || is === null)
    return say(
      'partly',
      'cost',
      '已换成最便宜的可用模型；现用价格未知，算不出差额。',
      'The cheapest fitting model is used; the present price is unknown, so no difference can be told.',
    );
  return is < was
    ? say(
        'done',
        'cost',
        `我方成本从 ${yuan(was)} 降到 ${yuan(is)}。`,
        `Our cost goes from ${yuan(was)} to ${yuan(is)}.`,
      )
    : say(
        'not_possible',
        'cost',
        `已经是可用模型里最便宜的（${yuan(is)}）。`,
        `It was the cheapest fitting model already (${yuan(is)}).`,
      );
}

function withinBudget(limit: number, { cost }: SolutionContent): Answer {
  const ours = cost.rows.reduce<number | null>(
    (sum, { oursCny }) => (sum === null || oursCny === null ? null : sum + oursCny),
    cost.rows.length === 0 ? null : 0,
  );
  if (ours === null)
    return say(
      'partly',
      'cost',
      '价格不全，暂时无法对照预算。',
      'Prices are incomplete: the budget cannot be checked yet.',
    );
  return ours <= limit
    ? say(
        'done',
        'cost',
        `每年 ${yuan(ours)}，在预算 ${yuan(limit)} 之内。`,
        `${yuan(ours)} a year, within ${yuan(limit)}.`,
      )
    : say(
        'partly',
        'cost',
        `最低 ${yuan(ours)}，仍超出预算 ${yuan(ours - limit)}。`,
        `At least ${yuan(ours)}, still ${yuan(ours - limit)} over the budget.`,
      );
}

function selfHosted({ after, hasOpenWeights }: Answering): Answer {
  const open = after.products.find(({ kind, id }) => kind === 'model' && hasOpenWeights(id));
  return open === undefined
    ? say(
        'not_possible',
        'products',
        '适合这个用例的模型都不开放权重。',
        'No model that fits this use case has open weights.',
      )
    : say(
        'done',
        'products',
        `${open.name.zh} 开放权重，可以私有化部署；步骤里已计入部署工期。`,
        `${open.name.en} has open weights and can be self-hosted; the steps allow for it.`,
      );
}
