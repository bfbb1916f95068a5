import type { DealStage, LocalizedText, OutcomeReason, WinLoss } from '@tokenholic/contracts';
import { both } from '../coach/picture.ts';
import type { ClosedDeal } from './closed-deal.ts';
import { differenceOf } from './statistics.ts';

type Figures = Omit<WinLoss, 'narrative' | 'alerts' | 'engine'>;
type StageName = (stage: DealStage) => LocalizedText;
type Sentence = WinLoss['narrative'][number];

const percent = (ratio: number) => `${Math.round(ratio * 100)}%`;
const points = (ratio: number) => String(Math.round(Math.abs(ratio) * 100));

export const REASON_NAMES: Readonly<Record<OutcomeReason, { zh: string; en: string }>> = {
  price: { zh: '价格', en: 'price' },
  product_fit: { zh: '产品契合度', en: 'product fit' },
  security: { zh: '安全合规', en: 'security' },
  relationship: { zh: '关系', en: 'relationship' },
  timing: { zh: '时间', en: 'timing' },
  competitor: { zh: '竞争对手', en: 'a competitor' },
  no_decision: { zh: '没有决策', en: 'no decision' },
  migration_effort: { zh: '迁移成本', en: 'migration effort' },
  service: { zh: '服务', en: 'service' },
  other: { zh: '其他', en: 'something else' },
};

/** What the figures say, in sentences that point to the figures they rest on. Where they say nothing, that is said. */
export function narrate(figures: Figures, stageName: StageName): Sentence[] {
  if (figures.deals === 0) return [];
  return [
    overall(figures),
    ...small(figures),
    ...factors(figures),
    ...stages(figures, stageName),
    ...reasons(figures),
  ];
}

function overall({ deals, won, winRate, medianDays }: Figures): Sentence {
  const days =
    medianDays.won === null || medianDays.lost === null
      ? both('', '')
      : both(
          `；赢单一般用 ${Math.round(medianDays.won)} 天，丢单 ${Math.round(medianDays.lost)} 天`,
          `; a won deal usually took ${Math.round(medianDays.won)} days, a lost one ${Math.round(medianDays.lost)}`,
        );
  return {
    text: both(
      `${deals} 个已结束商机赢了 ${won} 个，赢率 ${percent(winRate.value)}（95% 区间 ${percent(winRate.low)}–${percent(winRate.high)}）${days.zh}。`,
      `${won} of ${deals} closed deals were won: ${percent(winRate.value)} (95% interval ${percent(winRate.low)} to ${percent(winRate.high)})${days.en}.`,
    ),
    cites: ['winRate', 'medianDays'],
  };
}

function small({ small: few, deals }: Figures): Sentence[] {
  if (!few) return [];
  return [
    {
      text: both(
        `样本只有 ${deals} 个，下面的差别多半可能是偶然，只当线索看。`,
        `With ${deals} deals most differences below can be chance: take them as hints only.`,
      ),
      cites: ['winRate'],
    },
  ];
}

function factors({ factors: all, small: few }: Figures): Sentence[] {
  const clear = all.filter((factor) => factor.clear && !factor.small).slice(0, 4);
  if (clear.length === 0)
    return few
      ? []
      : [
          {
            text: both(
              `比较了 ${all.length} 个因素，没有一个能可靠地区分赢单和丢单。`,
              `${all.length} factors were compared and none reliably separates won deals from lost ones.`,
            ),
            cites: ['factors'],
          },
        ];
  return clear.map(({ key, text, difference, with: a, without: b }) => ({
    text: both(
      `「${text.zh}」的商机赢率${difference.value > 0 ? '高' : '低'} ${points(difference.value)} 个百分点（${a.won}/${a.deals} 对 ${b.won}/${b.deals}，95% 区间 ${signed(difference.low)} 到 ${signed(difference.high)}）。`,
      `${text.en}: won ${points(difference.value)} points ${difference.value > 0 ? 'more' : 'less'} often (${a.won} of ${a.deals} against ${b.won} of ${b.deals}; 95% interval ${signed(difference.low)} to ${signed(difference.high)}).`,
    ),
    cites: [key],
  }));
}

const signed = (ratio: number) => `${ratio < 0 ? '−' : '+'}${points(ratio)}`;

const FEWEST_LEFT = 10;
const FEWEST_LOST = 3;

/** The stage at which most of those that leave are lost. */
function stages({ stages: all }: Figures, stageName: StageName): Sentence[] {
  const leaky = all
    .map((one) => ({ ...one, left: one.advanced + one.lost }))
    .filter(({ left, lost }) => left >= FEWEST_LEFT && lost >= FEWEST_LOST)
    .sort((a, b) => b.lost / b.left - a.lost / a.left)[0];
  if (leaky === undefined) return [];
  const { zh, en } = stageName(leaky.stage);
  return [
    {
      text: both(
        `流失最多的是「${zh}」：离开这一阶段的 ${leaky.left} 个里丢了 ${leaky.lost} 个。`,
        `Most are lost in ${en}: ${leaky.lost} of the ${leaky.left} that left it.`,
      ),
      cites: [`stage:${leaky.stage}`],
    },
  ];
}

function reasons({ reasons: { asked, agreed, pairs } }: Figures): Sentence[] {
  if (asked === 0)
    return [
      {
        text: both(
          '还没有问过客户的原因，只有我方的判断。',
          'No buyer was asked for the reason yet; there is only our own view.',
        ),
        cites: ['reasons'],
      },
    ];
  const [first] = pairs;
  const apart =
    first === undefined
      ? both('', '')
      : both(
          `；最常见的分歧：我方说${REASON_NAMES[first.ours].zh}，客户说${REASON_NAMES[first.buyers].zh}（${first.deals} 次）`,
          `; most often we said ${REASON_NAMES[first.ours].en} where the buyer said ${REASON_NAMES[first.buyers].en} (${first.deals})`,
        );
  return [
    {
      text: both(
        `问过客户的 ${asked} 个商机里，${agreed} 个双方说法一致${apart.zh}。`,
        `Of ${asked} buyers who were asked, ${agreed} gave our reason${apart.en}.`,
      ),
      cites: ['reasons'],
    },
  ];
}

/** Patterns worth a look: the newest quarter against those before, and time between two stages out of line. */
export function warn({ cohorts, factors: all }: Figures): Sentence[] {
  const found: Sentence[] = [];
  const last = cohorts.at(-1);
  if (last !== undefined && cohorts.length > 1) {
    const before = cohorts
      .slice(0, -1)
      .reduce((sum, { deals, won }) => ({ deals: sum.deals + deals, won: sum.won + won }), {
        deals: 0,
        won: 0,
      });
    const change = differenceOf(last, before);
    if (change.high < 0 || change.low > 0)
      found.push({
        text: both(
          `${last.quarter} 的赢率比之前${change.value < 0 ? '低' : '高'} ${points(change.value)} 个百分点（${last.won}/${last.deals} 对 ${before.won}/${before.deals}），不像偶然。`,
          `In ${last.quarter} the win rate was ${points(change.value)} points ${change.value < 0 ? 'lower' : 'higher'} than before (${last.won} of ${last.deals} against ${before.won} of ${before.deals}), hardly by chance.`,
        ),
        cites: [`quarter:${last.quarter}`],
      });
  }
  const rival = all.find(
    ({ key, clear, small: few, difference }) =>
      key.startsWith('competitor:') && clear && !few && difference.value < 0,
  );
  if (rival !== undefined)
    found.push({
      text: both(
        `遇到「${rival.key.slice('competitor:'.length)}」时只赢 ${rival.with.won}/${rival.with.deals}，值得准备专门的应对。`,
        `Against ${rival.key.slice('competitor:'.length)} only ${rival.with.won} of ${rival.with.deals} were won: worth an answer of its own.`,
      ),
      cites: [rival.key],
    });
  return found;
}

const NEWEST_DAYS = 92;
const FEWEST_NEW = 8;
const FEWEST_SAID = 4;

/** A reason for losing that is named more often lately than before, beyond chance; the buyer's word before ours. */
export function newReasons(deals: readonly ClosedDeal[]): Sentence[] {
  const lost = deals.filter(({ won, outcome }) => !won && outcome !== null);
  const newest = Math.max(...lost.map(({ closedAt }) => closedAt.getTime()));
  const isNew = ({ closedAt }: ClosedDeal) => newest - closedAt.getTime() <= NEWEST_DAYS * 86_400_000;
  const [lately, before] = [lost.filter(isNew), lost.filter((deal) => !isNew(deal))];
  if (lately.length < FEWEST_NEW || before.length < FEWEST_NEW) return [];
  const reasonOf = ({ outcome }: ClosedDeal) => outcome?.buyerReason ?? outcome?.reason ?? null;
  return (Object.keys(REASON_NAMES) as OutcomeReason[]).flatMap((reason) => {
    const said = (group: readonly ClosedDeal[]) => ({
      deals: group.length,
      won: group.filter((deal) => reasonOf(deal) === reason).length,
    });
    const [now, then] = [said(lately), said(before)];
    if (now.won < FEWEST_SAID || differenceOf(now, then).low <= 0) return [];
    const { zh, en } = REASON_NAMES[reason];
    return [
      {
        text: both(
          `最近一个季度因「${zh}」丢了 ${now.won}/${now.deals}，之前是 ${then.won}/${then.deals}，不像偶然。`,
          `In the last quarter ${now.won} of ${now.deals} losses were for ${en}, before that ${then.won} of ${then.deals}: hardly by chance.`,
        ),
        cites: ['reasons'],
      },
    ];
  });
}
