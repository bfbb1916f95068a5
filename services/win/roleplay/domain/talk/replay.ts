import { levels, scenarios } from '../scenario/scenarios.ts';
import { ANSWERS, toldBy } from './answer-question.ts';
import { chance, fill, phrase } from './choose.ts';
import { lead } from './lead.ts';
import { moodAfter } from './mood.ts';
import { advance, endingOf } from './phases.ts';
import { endings } from './phrases.ts';
import { afterAnswer, join, type Move, REACTIONS, type Row, type Scene } from './react.ts';
import { openConcern, type Reply, type SellerLine, type Setting, type Talk } from './talk.ts';
import { understand } from './understand.ts';

/** The talk before the seller has said anything. */
export function open(setting: Setting): Talk {
  const { opening } = scenarios[setting.scenario];
  const words = opening[Math.floor(chance(setting.seed, 'opening') * opening.length)];
  const text = words === undefined ? '' : fill(words, setting.persona, setting.language);
  return {
    ...{
      setting,
      phase: 'opening',
      mood: levels[setting.level].mood,
      told: [],
      concerns: [],
      heard: [],
      moods: [],
    },
    ...{ replies: [{ moves: [{ id: 'opening', text }], text }], invites: 0, outcome: null },
  };
}

/** Replays a talk from what the seller said: the same lines and seed always meet the same customer. */
export const replay = (setting: Setting, lines: readonly SellerLine[]): Talk =>
  lines.reduce(answer, open(setting));

/** The talk after one more line of the seller. A talk that has ended stays as it is. */
export function answer(before: Talk, line: SellerLine): Talk {
  if (before.outcome !== null) return before;
  const meant = understand(before, line);
  const concern = openConcern(before);
  const mood = moodAfter(before.mood, meant.heard.reasons, before.setting.level);
  const heard: Talk = {
    ...before,
    mood,
    moods: [...before.moods, mood],
    heard: [...before.heard, meant.heard],
    concerns:
      concern === null
        ? before.concerns
        : before.concerns.map((one) => (one === concern ? afterAnswer(meant, one) : one)),
  };
  const settled: Talk = advance(heard);
  const sooner = endingOf(settled);
  const talk = sooner === null ? converse({ talk: settled, concern, meant }) : end(settled, sooner);
  return played(talk, line.reply ?? null);
}

/** The reply in a model's words, when it was played by one; what was done stays the same. */
function played(talk: Talk, text: string | null): Talk {
  const last = talk.replies.at(-1);
  return text === null || last === undefined
    ? talk
    : { ...talk, replies: [...talk.replies.slice(0, -1), { ...last, text }] };
}

function converse(scene: Scene): Talk {
  const reaction = first(REACTIONS, scene);
  const told = first(ANSWERS, scene);
  const fact = toldBy(scene, told?.id ?? null);
  const informed: Talk = advance({
    ...scene.talk,
    told: fact === null ? scene.talk.told : [...scene.talk.told, fact],
  });
  // A customer who has just told something waits for the next question instead of attacking in the same breath, unless time presses.
  const own = fact !== null && informed.phase === 'exploring' ? null : lead({ ...scene, talk: informed });
  // "Which day?" needs no second invitation to propose something.
  const isAsked = reaction?.id === 'vague_step' || reaction?.id === 'cool_step';
  const led = own?.id === 'invite' && isAsked ? { ...own, text: '' } : own;
  // After something told or accepted a doubt does not come out of the blue.
  const turns =
    led?.concern != null && led.concern.kind !== 'term' && (told !== null || reaction?.id === 'accepted');
  const leadIn = turns ? phrase(informed, 'turn') : '';
  const moves = [
    reaction,
    told,
    led === null ? null : { id: led.id, text: join(scene, leadIn, led.text) },
  ].filter((move): move is Move => move !== null && move.text !== '');
  const said = moves.length > 0 ? moves : [{ id: 'prompt', text: phrase(informed, 'prompt') }];
  return {
    ...informed,
    concerns:
      led?.concern == null
        ? informed.concerns
        : [...informed.concerns, { ...led.concern, turn: 2 * informed.heard.length }],
    replies: [...informed.replies, reply(scene, said)],
    invites: informed.invites + (informed.phase === 'deciding' ? 1 : 0),
  };
}

function first(rows: readonly Row[], scene: Scene): Move | null {
  const row = rows.find(({ when }) => when(scene));
  return row === undefined ? null : { id: row.id, text: row.says(scene) };
}

const reply = (scene: Pick<Scene, 'talk'>, moves: Move[]): Reply => ({
  moves,
  text: join(scene, ...moves.map(({ text }) => text)),
});

function end(talk: Talk, outcome: NonNullable<Talk['outcome']>): Talk {
  if (outcome === 'stopped') return { ...talk, outcome, phase: 'closed' };
  const list = endings[outcome];
  const words = list[Math.floor(chance(talk.setting.seed, outcome) * list.length)];
  const text = words?.[talk.setting.language] ?? '';
  return {
    ...talk,
    outcome,
    phase: 'closed',
    replies: [...talk.replies, { moves: [{ id: `end:${outcome}`, text }], text }],
  };
}

/** The talk ended by the seller. */
export const stop = (talk: Talk): Talk => (talk.outcome === null ? end(talk, 'stopped') : talk);
