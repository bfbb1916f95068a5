import type { LocalizedText, SolutionStep, Wish } from '@tokenholic/contracts';
import type { Case } from '../case.ts';

interface Rule {
  id: string;
  name: LocalizedText;
  what: LocalizedText;
  risk: SolutionStep['risk'];
  /** Working days for one use case and for each further workload to move. */
  days: { low: number; high: number; each: number };
}

const RULES: readonly Rule[] = [
  {
    id: 'evaluate',
    name: { zh: '评测集与基线', en: 'Evaluation set and baseline' },
    what: {
      zh: '和客户一起定 100–200 条评测用例，先在现用模型上跑出基线。',
      en: 'Agree 100–200 test cases with the client and measure the model in use first.',
    },
    risk: 'low',
    days: { low: 3, high: 5, each: 1 },
  },
  {
    id: 'adapt',
    name: { zh: '提示词与工具适配', en: 'Prompts and tools adapted' },
    what: {
      zh: '逐条调整提示词和工具参数，和基线对比，差距写清楚。',
      en: 'Adapt prompts and tool schemas one by one and write down every gap to the baseline.',
    },
    risk: 'medium',
    days: { low: 4, high: 8, each: 2 },
  },
  {
    id: 'connect',
    name: { zh: '接口切换', en: 'Endpoint switched' },
    what: {
      zh: '改密钥、地址和模型名，打通鉴权、限流和日志。',
      en: 'Change key, address and model name; wire up access, rate limits and logs.',
    },
    risk: 'low',
    days: { low: 1, high: 3, each: 1 },
  },
  {
    id: 'parallel',
    name: { zh: '灰度并行', en: 'Side-by-side traffic' },
    what: {
      zh: '先放 5% 流量，稳定后放到 50%，每天看质量和延迟。',
      en: 'Start with 5% of the traffic, then 50%; watch quality and latency daily.',
    },
    risk: 'medium',
    days: { low: 5, high: 10, each: 0 },
  },
  {
    id: 'switch',
    name: { zh: '全量与回退预案', en: 'Full switch with a way back' },
    what: {
      zh: '全量切换，旧接口保留 14 天，回退只改一个配置。',
      en: 'Switch fully and keep the old endpoint for 14 days; going back is one setting.',
    },
    risk: 'medium',
    days: { low: 1, high: 2, each: 0 },
  },
];

/** Days that self-hosting adds to connecting: machines, drivers, capacity. */
const SELF_HOST_DAYS = { low: 5, high: 12 };

/** The way there with effort and risk. The days are the product's planning rule and said to be one; a wished limit thins the parallel run. */
export function stepsOf({ tiles, providers }: Case, wishes: readonly Wish[]): SolutionStep[] {
  const more = Math.max(0, tiles.length - 1);
  const hosts = wishes.some(({ kind }) => kind === 'self_host');
  const fromOwn = providers.some(({ id }) => id === 'self-hosted');
  const steps = RULES.map((rule): SolutionStep => {
    const extra = rule.id === 'connect' && hosts ? SELF_HOST_DAYS : { low: 0, high: 0 };
    const days = {
      low: rule.days.low + more * rule.days.each + extra.low,
      high: rule.days.high + more * rule.days.each + extra.high,
    };
    const risk = rule.id === 'connect' && (hosts || fromOwn) ? 'medium' : rule.risk;
    const { id, name, what } = rule;
    return { id, name, days, risk, sentences: [{ text: what, standing: 'assumption', citations: [] }] };
  });
  const limit = wishes.flatMap((wish) => (wish.kind === 'days' ? [wish.days] : [])).at(-1);
  return limit === undefined ? steps : withinDays(steps, limit);
}

export const totalDays = (steps: readonly SolutionStep[]) =>
  steps.reduce((sum, { days }) => ({ low: sum.low + days.low, high: sum.high + days.high }), {
    low: 0,
    high: 0,
  });

/** Shortens what can be shortened, down to the low end; a shorter parallel run is a higher risk and says so. */
function withinDays(steps: readonly SolutionStep[], limit: number): SolutionStep[] {
  let over = totalDays(steps).high - limit;
  return steps.map((step) => {
    const cut = Math.max(0, Math.min(over, step.days.high - step.days.low));
    over -= cut;
    if (cut === 0) return step;
    const days = { low: step.days.low, high: step.days.high - cut };
    return { ...step, days, risk: step.id === 'parallel' ? 'high' : step.risk };
  });
}
