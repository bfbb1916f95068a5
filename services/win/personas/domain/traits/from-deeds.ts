import type { PersonaTrait } from '@tokenholic/contracts';
import { DAY, type History, type Interaction, ownActs } from '../history.ts';
import { clockIn, WEEKDAYS } from '../moments.ts';
import { clockOf } from '../statistics/circular.ts';
import { medianOf, probabilityAbove, wilson } from '../statistics/proportion.ts';
import { answersIn } from './answers.ts';
import { confidenceAbove, confidenceFrom, RELIABILITY } from './confidence.ts';
import { deedsOf, makeTrait } from './trait.ts';

/** Of five working days each has a fifth. */
const ONE_DAY = 0.2;
const TREND_DAYS = 45;
/** Half as often again, or a third less: anything between is steady. */
const TREND = { falling: 0.4, rising: 0.6 } as const;

/** What the person did, without a word of it being read. */
export function traitsFromDeeds(history: History): PersonaTrait[] {
  const { interactions, now, timeZone } = history;
  const acts = ownActs(interactions);
  const rhythm = rhythmOf(acts, timeZone);
  return [
    ...channelOf(interactions),
    ...rhythm,
    ...answerTraits(history),
    ...trendOf(interactions, now),
    ...bestTime(rhythm),
  ];
}

function channelOf(interactions: readonly Interaction[]): PersonaTrait[] {
  const begun = interactions.filter(({ direction }) => direction === 'in');
  const counts = (['email', 'call', 'meeting'] as const)
    .map((channel) => ({ channel, acts: begun.filter((act) => act.channel === channel) }))
    .sort((first, second) => second.acts.length - first.acts.length);
  const [top, second] = counts;
  if (top === undefined || top.acts.length === 0) return [];
  const support = top.acts.length;
  const against = second?.acts.length ?? 0;
  return [
    makeTrait({
      ...{ key: 'channel', value: top.channel, support, against, via: 'statistics' },
      score: confidenceFrom('channel', support, against),
      detail: {
        zh: `本人主动联系中 ${support} 次用它，第二常用的 ${against} 次。`,
        en: `They reached out this way ${support} times, ${against} times the next most common way.`,
      },
      evidence: deedsOf(top.acts),
    }),
  ];
}

function rhythmOf(acts: readonly Interaction[], timeZone: string): PersonaTrait[] {
  const read = clockIn(timeZone);
  const times = acts.map(({ at }) => read(at));
  const clock = clockOf(times.map(({ hour }) => hour));
  if (clock === null) return [];
  const half = Math.min(3, Math.max(1, clock.spread));
  const from = (Math.round(clock.hour - half) + 24) % 24;
  const to = (Math.round(clock.hour + half) + 24) % 24;
  const hours = makeTrait({
    ...{ key: 'active_hours', value: `${from}-${to === from ? (to + 1) % 24 : to}`, via: 'statistics' },
    ...{ support: acts.length, against: 0 },
    score: RELIABILITY.active_hours * (1 - clock.chance),
    detail: {
      zh: `${acts.length} 次主动联系的时刻；若全天随机，这样集中的概率为 ${(clock.chance * 100).toFixed(1)}%（Rayleigh 检验）。`,
      en: `Times of ${acts.length} acts of their own; spread over the day at random they would look so gathered with probability ${(clock.chance * 100).toFixed(1)} % (Rayleigh's test).`,
    },
    evidence: deedsOf(acts),
  });
  const days = WEEKDAYS.flatMap((day, index) => {
    const mine = acts.filter((_, place) => times[place]?.weekday === index);
    const score = confidenceAbove('active_days', ONE_DAY, mine.length, acts.length);
    if (mine.length === 0) return [];
    const share = wilson(mine.length, acts.length);
    const per = (value: number) => Math.round(value * 100);
    return [
      makeTrait({
        ...{ key: 'active_days', value: day, score, via: 'statistics' },
        ...{ support: mine.length, against: acts.length - mine.length },
        detail: {
          zh: `${acts.length} 次主动联系中 ${mine.length} 次在这一天（${per(share.low)}%–${per(share.high)}%）。`,
          en: `${mine.length} of ${acts.length} acts of their own fell on it (${per(share.low)}–${per(share.high)} %).`,
        },
        evidence: deedsOf(mine),
      }),
    ];
  }).sort((first, second) => second.confidence.score - first.confidence.score);
  return [hours, ...days];
}

function answerTraits({ interactions, now }: History): PersonaTrait[] {
  const answers = answersIn(interactions, now);
  const hours = answers.flatMap(({ hours: taken }) => (taken === null ? [] : [taken]));
  const median = medianOf(hours);
  if (median === null || answers.length === 0) return [];
  const bucket = (taken: number | null) =>
    taken === null || taken > 72
      ? 'slow'
      : taken <= 5
        ? 'within_hours'
        : taken <= 26
          ? 'within_day'
          : 'within_days';
  const counts = new Map<string, number>();
  for (const { hours: taken } of answers) counts.set(bucket(taken), (counts.get(bucket(taken)) ?? 0) + 1);
  const [top, second] = [...counts].sort((first, other) => other[1] - first[1]);
  if (top === undefined) return [];
  const answered = answers.flatMap(({ answer }) => (answer === null ? [] : [answer]));
  const evidence = deedsOf(answered);
  const within = hours.filter((taken) => taken <= 24).length;
  const chance = wilson(within, answers.length);
  const likely = (within + 1) / (answers.length + 2);
  const figure = (value: number) => (value < 10 ? value.toFixed(1) : String(Math.round(value)));
  const per = (value: number) => Math.round(value * 100);
  return [
    makeTrait({
      ...{ key: 'answer_time', value: top[0], support: top[1], against: second?.[1] ?? 0, via: 'statistics' },
      score: confidenceFrom('answer_time', top[1], second?.[1] ?? 0),
      detail: {
        zh: `${hours.length} 次回复的中位数 ${figure(median.value)} 小时（95% 区间 ${figure(median.low)}–${figure(median.high)}），另有 ${answers.length - hours.length} 封两周内未回。`,
        en: `Median of ${hours.length} answers ${figure(median.value)} h (95 % interval ${figure(median.low)}–${figure(median.high)}); ${answers.length - hours.length} of our letters stayed unanswered for two weeks.`,
      },
      estimate: { ...median, unit: 'hours' },
      evidence,
    }),
    makeTrait({
      ...{ key: 'answers_within_day', value: chance.value >= 0.5 ? 'yes' : 'no', via: 'statistics' },
      ...{ support: within, against: answers.length - within },
      // A share that could be anything says nothing: the wider its interval, the less.
      score: RELIABILITY.answers_within_day * (1 - (chance.high - chance.low) / 2),
      detail: {
        zh: `${answers.length} 封去信中 ${within} 封在 24 小时内得到回复；下一封的概率估计为 ${per(likely)}%（95% 区间 ${per(chance.low)}%–${per(chance.high)}%，Wilson）。`,
        en: `${within} of ${answers.length} letters of ours were answered within 24 hours; for the next one that makes ${per(likely)} % (95 % interval ${per(chance.low)}–${per(chance.high)} %, Wilson).`,
      },
      // Laplace's rule of succession: five answers out of five promise no sixth.
      estimate: { ...chance, value: likely, unit: 'share' },
      evidence,
    }),
  ];
}

/** The last 45 days against the 45 before: among all of both, the share of the later ones. */
function trendOf(interactions: readonly Interaction[], now: Date): PersonaTrait[] {
  const [oldest] = interactions;
  if (oldest === undefined || now.getTime() - oldest.at.getTime() < 2 * TREND_DAYS * DAY * 0.9) return [];
  const age = ({ at }: Interaction) => (now.getTime() - at.getTime()) / DAY;
  const theirs = interactions.filter(({ direction }) => direction === 'in');
  const late = theirs.filter((act) => age(act) <= TREND_DAYS);
  const early = theirs.filter((act) => age(act) > TREND_DAYS && age(act) <= 2 * TREND_DAYS);
  const rising = probabilityAbove(TREND.rising, late.length, early.length);
  const falling = 1 - probabilityAbove(TREND.falling, late.length, early.length);
  const ranked = (
    [
      ['rising', rising],
      ['falling', falling],
      ['steady', 1 - rising - falling],
    ] as const
  ).toSorted((first, second) => second[1] - first[1]);
  const [top] = ranked;
  if (top === undefined || late.length + early.length === 0) return [];
  return [
    makeTrait({
      ...{ key: 'trend', value: top[0], via: 'statistics' },
      ...{ support: late.length + early.length, against: 0 },
      score: RELIABILITY.trend * top[1],
      detail: {
        zh: `最近 ${TREND_DAYS} 天主动联系 ${late.length} 次，之前 ${TREND_DAYS} 天 ${early.length} 次。`,
        en: `They reached out ${late.length} times in the last ${TREND_DAYS} days, ${early.length} times in the ${TREND_DAYS} before.`,
      },
      evidence: deedsOf(late),
    }),
  ];
}

/** The day and the hours at which they are most likely to be there; only as sure as the less sure of the two. */
function bestTime(rhythm: readonly PersonaTrait[]): PersonaTrait[] {
  const hours = rhythm.find(({ key }) => key === 'active_hours');
  const day = rhythm.find(({ key }) => key === 'active_days');
  if (hours === undefined || day === undefined) return [];
  const score = Math.min(hours.confidence.score, day.confidence.score);
  return [
    makeTrait({
      ...{ key: 'best_time', value: `${day.value}/${hours.value}`, score, via: 'statistics' },
      ...{ support: day.support, against: day.against },
      detail: {
        zh: `最活跃的一天与最活跃的时段：${day.detail.zh}`,
        en: `Their most active day and hours. ${day.detail.en}`,
      },
      evidence: day.evidence,
    }),
  ];
}
