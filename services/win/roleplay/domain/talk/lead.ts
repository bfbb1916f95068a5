import type { LocalizedText } from '@tokenholic/contracts';
import { numberOf } from '../reading/figures.ts';
import { bank, objectionById } from '../scenario/bank.ts';
import { questionById } from '../scenario/questions.ts';
import type { Objection } from '../scenario/scenario.ts';
import { scenarios } from '../scenario/scenarios.ts';
import { sourceExpectation, terms } from '../scenario/terms.ts';
import { phrase, shuffled } from './choose.ts';
import { planOf, raised } from './phases.ts';
import type { Scene } from './react.ts';
import { type Concern, nextTurn, openConcern, type Talk } from './talk.ts';

export interface Lead {
  id: string;
  text: string;
  concern: Concern | null;
}
interface LeadRow {
  id: string;
  /** The customer's move of their own accord; null when it does not come to that. */
  play: (scene: Scene) => Lead | null;
}

const concern = (
  talk: Talk,
  kind: Concern['kind'],
  id: string,
  text: string,
  expectation: Concern['expectation'],
): Lead => ({
  id: `${kind}:${id}`,
  text,
  concern: {
    ...{ kind, id, text, expectation, turn: nextTurn(talk) - 1, presses: 0, becauseTold: false },
    ...{ best: null, acknowledged: null, state: 'open' },
  },
});
const say = (talk: Talk, text: LocalizedText) => text[talk.setting.language];

/** What the customer does of their own accord when nothing is left open; the first row that comes to something. */
const LEADS: readonly LeadRow[] = [
  { id: 'doubt', play: doubt },
  { id: 'follow_up', play: followUp },
  { id: 'challenge', play: challenge },
  {
    id: 'invite',
    play: ({ talk }) =>
      talk.phase === 'deciding' ? { id: 'invite', text: phrase(talk, 'invite'), concern: null } : null,
  },
];

export function lead(scene: Scene): Lead | null {
  if (openConcern(scene.talk) !== null) return null;
  for (const { play } of LEADS) {
    const found = play(scene);
    if (found !== null) return found;
  }
  return null;
}

/** A claim that nothing bears out is asked about, once. */
function doubt({ talk, meant }: Scene): Lead | null {
  const claim = meant.heard.claims.find(({ basis }) => basis === 'none');
  const asked = talk.concerns.filter(({ kind }) => kind === 'claim');
  if (claim === undefined || asked.length >= 2 || asked.some(({ id }) => id === numberOf(claim.text)))
    return null;
  const text =
    talk.setting.language === 'zh'
      ? `你说“${cut(claim.text, 40)}”，这个依据是什么？`
      : `You said “${cut(claim.text, 90)}”. What is that based on?`;
  return concern(talk, 'claim', numberOf(claim.text), text, sourceExpectation);
}

/** Takes up a word of the seller's last line. */
function followUp({ talk, meant }: Scene): Lead | null {
  if (talk.phase === 'opening' || raised(talk, 'term') >= planOf(talk).followUps) return null;
  const heard = meant.heard.reading.heard
    .filter(({ asks }) => !asks)
    .map(({ text }) => text)
    .join(' ');
  for (const term of terms) {
    const word = term.word.exec(heard)?.[0];
    if (word === undefined || talk.concerns.some(({ id }) => id === term.id)) continue;
    return concern(talk, 'term', term.id, term.asks[talk.setting.language](word), term);
  }
  return null;
}

/** Objections and questions take turns, in the proportion the plan has them. */
function challenge({ talk, meant }: Scene): Lead | null {
  if (talk.phase !== 'challenging') return null;
  const plan = planOf(talk);
  const objectionsLeft = plan.objections - raised(talk, 'objection');
  const questionsLeft = plan.questions - raised(talk, 'question');
  const asks = questionsLeft > 0 && questionsLeft * plan.objections >= objectionsLeft * plan.questions;
  return (
    (asks ? ask(talk) : null) ??
    (objectionsLeft > 0 ? object(talk, meant.heard.reading.text) : null) ??
    (questionsLeft > 0 ? ask(talk) : null)
  );
}

function ask(talk: Talk): Lead | null {
  const { scenario, seed } = talk.setting;
  const used = talk.concerns.map(({ id }) => id);
  const id = shuffled(scenarios[scenario].questions, seed).find((one) => !used.includes(one));
  const question = id === undefined ? undefined : questionById(id);
  return question === undefined
    ? null
    : concern(talk, 'question', question.id, say(talk, question.says), question);
}

/** The client's known objections first, then one the seller's own words bring up, then the scenario's. */
function object(talk: Talk, line: string): Lead | null {
  const { scenario, seed, persona, language } = talk.setting;
  const used = talk.concerns.map(({ id }) => id);
  for (const [index, known] of persona.knownObjections.entries()) {
    const id = `known_${index}`;
    const entry = bank.find(({ category }) => category === known.category);
    if (entry === undefined || used.includes(id) || (known.text === null && used.includes(entry.id)))
      continue;
    if (known.text === null) return concern(talk, 'objection', entry.id, entry.says[language], entry);
    const text =
      language === 'zh' ? `有件事我们之前就提过：“${known.text}”` : `We said it before: “${known.text}”`;
    return concern(talk, 'objection', id, text, entry);
  }
  const left = shuffled(scenarios[scenario].objections, seed)
    .map(objectionById)
    .filter((one): one is Objection => one !== undefined && !used.includes(one.id));
  const next = left.find(({ trigger }) => trigger.test(line)) ?? left[0];
  return next === undefined ? null : concern(talk, 'objection', next.id, say(talk, next.says), next);
}

const cut = (text: string, length: number) =>
  text.length <= length ? text.replace(/[。.]$/, '') : `${text.slice(0, length)}…`;
