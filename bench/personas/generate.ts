import { createHash } from 'node:crypto';
import type { History, Interaction } from '@tokenholic/personas';
import { closing, filler, greeting, objection, pain, proof, risk, role, style, topic } from './phrases.ts';

// Histories of invented contacts with planted traits. It knows nothing of the rules that read them: it draws who somebody is,
// then what they write and when. Nobody is consistent: they show a trait in some letters only, and now and then its opposite.

const DAY = 86_400_000;
const HOUR = DAY / 24;

export interface Planted {
  language: 'zh' | 'en';
  formality: string;
  length: string;
  proof: string;
  decision_style: string;
  risk: string;
  buying_role: string;
  priority: string[];
  pain: string[];
  likely_objection: string[];
  channel: string;
  active_hours: number;
  active_days: (typeof DAYS)[number][];
  answer_time: string;
  trend: string;
}
export interface Labelled {
  planted: Planted;
  history: History;
}

/** Mulberry32: small, fast, the same on every machine. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Draw = () => number;
function pick<T>(draw: Draw, from: readonly T[]): T {
  const one = from[Math.floor(draw() * from.length)];
  if (one === undefined) throw new Error('Nothing to pick from');
  return one;
}
const normal = (draw: Draw) => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
const some = <T>(draw: Draw, from: readonly T[], count: number) =>
  [...from]
    .map((value) => ({ value, place: draw() }))
    .sort((first, second) => first.place - second.place)
    .slice(0, count)
    .map(({ value }) => value);

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const ANSWERS: Readonly<Record<string, number>> = {
  within_hours: 1.5,
  within_day: 14,
  within_days: 48,
  slow: 130,
};

function plant(draw: Draw): Planted {
  return {
    language: pick(draw, ['zh', 'en'] as const),
    formality: pick(draw, Object.keys(greeting)),
    length: pick(draw, ['brief', 'moderate', 'detailed']),
    proof: pick(draw, Object.keys(proof)),
    decision_style: pick(draw, Object.keys(style)),
    risk: pick(draw, Object.keys(risk)),
    buying_role: pick(draw, Object.keys(role)),
    priority: some(draw, Object.keys(topic), 2),
    pain: some(draw, Object.keys(pain), 1),
    likely_objection: some(draw, Object.keys(objection), 1),
    channel: pick(draw, ['email', 'email', 'call']),
    active_hours: 8 + Math.floor(draw() * 13),
    active_days: some(draw, DAYS, 2),
    answer_time: pick(draw, Object.keys(ANSWERS)),
    trend: pick(draw, ['rising', 'steady', 'steady', 'falling']),
  };
}

/** How often somebody shows what they are, and how often what they are not. */
const SHOWN = 0.5;
const CONTRARY = 0.07;
/** Words in English, characters in Chinese. */
const LENGTHS: Readonly<Record<string, Record<'zh' | 'en', readonly [number, number]>>> = {
  brief: { zh: [15, 60], en: [8, 35] },
  moderate: { zh: [110, 190], en: [60, 110] },
  detailed: { zh: [250, 420], en: [150, 240] },
};

function letter(draw: Draw, who: Planted, isLetter: boolean): string {
  const { language } = who;
  const from = (pool: typeof style, value: string) => pick(draw, pool[value]?.[language] ?? []);
  const shown = (pool: typeof style, value: string) => {
    const dice = draw();
    if (dice < SHOWN) return [from(pool, value)];
    return dice > 1 - CONTRARY ? [from(pool, pick(draw, Object.keys(pool)))] : [];
  };
  const now = (chance: number, pool: typeof style, values: readonly string[]) =>
    draw() < chance ? [from(pool, pick(draw, values))] : [];
  const own = [
    ...shown(style, who.decision_style),
    ...shown(proof, who.proof),
    ...(draw() < 0.7 ? shown(risk, who.risk) : []),
    ...(draw() < 0.7 ? shown(role, who.buying_role) : []),
    ...now(0.75, topic, who.priority),
    ...now(0.2, topic, Object.keys(topic)),
    ...now(0.3, pain, who.pain),
    ...now(0.25, objection, who.likely_objection),
  ];
  const [least, most] = LENGTHS[draw() < 0.8 ? who.length : pick(draw, Object.keys(LENGTHS))]?.[language] ?? [
    0, 0,
  ];
  const wanted = isLetter ? least + draw() * (most - least) : 25;
  const measure = (parts: readonly string[]) =>
    language === 'zh' ? parts.join('').length : parts.join(' ').split(' ').length;
  const body: string[] = [];
  for (const sentence of some(draw, own, own.length))
    if (body.length === 0 || measure([...body, sentence]) <= wanted) body.push(sentence);
  while (measure(body) < wanted * 0.85) body.push(pick(draw, filler[language]));
  const text = body.join(language === 'zh' ? '' : ' ');
  if (!isLetter) return text;
  const tone = draw() < 0.8 ? who.formality : 'neutral';
  return `${from(greeting, tone)}\n${text}\n${from(closing, tone)}`;
}

/** A moment of that person's kind in a week: mostly their days and hours, now and then any. */
function moment(draw: Draw, who: Planted, weekStart: number): number {
  const day = draw() < 0.75 ? pick(draw, who.active_days) : pick(draw, DAYS);
  const hour = draw() < 0.85 ? who.active_hours + normal(draw) * 1.4 : 8 + draw() * 12;
  return weekStart + DAYS.indexOf(day) * DAY + hour * HOUR - 8 * HOUR;
}

/** Half a year with somebody, of about that many activities. */
export function labelledHistory(seed: number, size: number): Labelled {
  const draw = random(seed);
  const who = plant(draw);
  const now = new Date('2026-11-27T09:00:00Z');
  const monday = Date.parse('2026-11-23T00:00:00Z');
  const weeks = 26;
  const interactions: Interaction[] = [];
  const add = (
    channel: Interaction['channel'],
    direction: 'in' | 'out',
    time: number,
    words: string | null,
  ) => {
    if (time >= now.getTime()) return;
    const digest = createHash('sha256').update(`${seed}/${interactions.length}`).digest('hex');
    const id = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-7${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
    interactions.push({ id, channel, direction, at: new Date(time), words });
  };
  const perWeek = size / weeks;
  for (let week = 0; week < weeks; week += 1) {
    const start = monday - week * 7 * DAY;
    const isLate = week <= 6;
    const factor = who.trend === 'steady' ? 1 : (who.trend === 'rising') === isLate ? 1.7 : 0.35;
    const acts = Math.floor(perWeek * factor + draw());
    for (let act = 0; act < acts; act += 1) {
      const dice = draw();
      if (dice < 0.34) {
        // We write; they answer in their own time.
        const asked = moment(draw, who, start);
        add('email', 'out', asked, null);
        const hours = (ANSWERS[who.answer_time] ?? 24) * Math.exp(normal(draw) * 0.35);
        if (draw() < 0.92) add('email', 'in', asked + hours * HOUR, letter(draw, who, true));
      } else if (dice < 0.44) add('meeting', 'out', moment(draw, who, start), letter(draw, who, false));
      else {
        const channel = draw() < 0.8 ? who.channel : pick(draw, ['email', 'call']);
        const isEmail = channel === 'email';
        add(isEmail ? 'email' : 'call', 'in', moment(draw, who, start), letter(draw, who, isEmail));
      }
    }
  }
  interactions.sort((first, second) => first.at.getTime() - second.at.getTime());
  return { planted: who, history: { title: '', roles: [], timeZone: 'Asia/Shanghai', interactions, now } };
}
