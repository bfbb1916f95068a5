import { SELF_HOSTED } from '@tokenholic/reference';
import { type Gazetteer, OUTSIDE_HOST } from '../gazetteer.ts';
import { ownDeployment } from '../lexicon/hosting-cues.ts';
import { lookAt, type Mention } from '../mentions.ts';
import { type OwnModels, ownNamesIn } from '../own-models.ts';
import type { Survey, SurveyedSentence } from '../survey.ts';

/** What the reader is told of a part of a text besides its pieces. The order is that of its learnt marks. */
export const MARKS = [
  ...['text', 'sentence', 'paragraph', 'item', 'client', 'use', 'hint', 'ownMachines', 'otherName'],
  ...['cloud', 'maker', 'outsideHost', 'outsideVendor', 'ownModel', 'manyKinds'],
  ...['language', 'video', 'image', 'voice', 'transcript', 'music', 'three_d'],
] as const;
export type Mark = (typeof MARKS)[number];

/** A run of a text that is marked alike. What `isOne` is read as one thing, whatever it is called. */
export interface Part {
  text: string;
  mark: Mark;
  /** The use that a word names. */
  use: string | null;
  isOne: boolean;
}

/** Something that a use may be linked with: a model or provider by name, or a sentence that names none. */
export interface Candidate {
  /** Null for a sentence as such. */
  mention: Mention | null;
  /** Number of its sentence in the page, and of its part in the stretch. */
  sentence: number;
  part: number;
}

export interface Host {
  providerId: string | null;
  part: number;
}

/** Sentences that are read together. */
export interface Stretch {
  parts: Part[];
  candidates: Candidate[];
  hosts: Host[];
}

const isProvider = (mark: Mark) => mark === 'cloud' || mark === 'maker' || mark === 'outsideHost';

interface Span {
  start: number;
  end: number;
  mark: Mark;
  use: string | null;
  mention: Mention | null;
  providerId: string | null;
}

/** Cuts sentences of a page into what is read as text and what is read as one thing. */
export function stretchOf(
  numbers: readonly number[],
  survey: Survey,
  gazetteer: Gazetteer,
  own: OwnModels,
): Stretch {
  const stretch: Stretch = { parts: [], candidates: [], hosts: [] };
  let paragraph: number | null = null;
  for (const number of numbers) {
    const surveyed = survey.sentences[number];
    if (surveyed === undefined) continue;
    const { sentence } = surveyed;
    const opening: Mark =
      sentence.form !== 'prose' ? 'item' : sentence.paragraph === paragraph ? 'sentence' : 'paragraph';
    paragraph = sentence.paragraph;
    stretch.candidates.push({ mention: null, sentence: number, part: stretch.parts.length });
    stretch.parts.push({ text: '', mark: opening, use: null, isOne: true });
    addSentence(stretch, surveyed, number, spansOf(surveyed, gazetteer, own));
  }
  return stretch;
}

function addSentence(
  { parts, candidates, hosts }: Stretch,
  { sentence }: SurveyedSentence,
  number: number,
  spans: readonly Span[],
): void {
  let from = 0;
  const addText = (to: number) => {
    const text = sentence.text.slice(from, to);
    if (text.trim() !== '') parts.push({ text, mark: 'text', use: null, isOne: false });
  };
  for (const { start, end, mark, use, mention, providerId } of spans) {
    if (start < from) continue;
    addText(start);
    const isOne = mention !== null || isProvider(mark) || mark === 'client' || mark === 'otherName';
    if (mention !== null) candidates.push({ mention, sentence: number, part: parts.length });
    if (isProvider(mark) || mark === 'ownMachines') hosts.push({ providerId, part: parts.length });
    parts.push({ text: sentence.text.slice(start, end), mark, use, isOne });
    from = end;
  }
  addText(sentence.text.length);
}

/** Everything marked in a sentence, in the order of the text; of two that overlap, names before words. */
function spansOf(surveyed: SurveyedSentence, gazetteer: Gazetteer, own: OwnModels): Span[] {
  const { text } = surveyed.sentence;
  const { mentions, hits } = lookAt(
    surveyed,
    '',
    gazetteer,
    own,
    [],
    () => null,
    true,
    () => null,
  );
  const plain = { use: null, mention: null, providerId: null };
  const found: Span[] = mentions.map((mention) => ({
    ...{ ...plain, start: mention.at, end: mention.end, mention },
    mark: markOf(mention, gazetteer),
    providerId: mention.modelName === null ? mention.providerId : null,
  }));
  for (const { start, end } of ownNamesIn(text, own.client))
    found.push({ ...plain, start, end, mark: 'client' });
  for (const { entry, start, end } of hits) {
    if (entry.kind === 'provider') {
      const mark = markOfProvider(entry.id, gazetteer);
      const mention =
        entry.id === OUTSIDE_HOST || entry.id === SELF_HOSTED ? null : bareProvider(entry.id, start, end);
      found.push({ ...plain, start, end, mark, mention, providerId: hostId(entry.id) });
    }
    if (entry.kind === 'use_case')
      found.push({ ...plain, start, end, mark: entry.context ? 'hint' : 'use', use: entry.id });
    if (entry.kind === 'other') found.push({ ...plain, start, end, mark: 'otherName' });
  }
  for (const { index, 0: cue } of text.matchAll(ownDeployment))
    found.push({
      ...{ ...plain, start: index, end: index + cue.length },
      ...{ mark: 'ownMachines' as const, providerId: SELF_HOSTED },
    });
  const kept: Span[] = [];
  for (const span of found)
    if (!kept.some(({ start, end }) => start < span.end && span.start < end)) kept.push(span);
  return kept.toSorted((a, b) => a.start - b.start);
}

/** A provider that the rules take for no more than whose model it is. */
const bareProvider = (id: string, at: number, end: number): Mention => ({
  ...{ providerId: id, makerId: id, modelId: null, modelName: null, modelKey: null, at, end },
  clause: 0,
  ...{ versioned: false, hosted: true, kinds: null, usual: null },
});

const hostId = (id: string) => (id === OUTSIDE_HOST ? null : id);

function markOfProvider(id: string, gazetteer: Gazetteer): Mark {
  if (id === OUTSIDE_HOST) return 'outsideHost';
  return gazetteer.hosts.has(id) ? 'cloud' : 'maker';
}

function markOf(mention: Mention, gazetteer: Gazetteer): Mark {
  const { makerId, modelName, kinds } = mention;
  if (makerId === SELF_HOSTED) return 'ownModel';
  if (makerId === null) return 'outsideVendor';
  if (modelName === null) return markOfProvider(makerId, gazetteer);
  const [kind] = kinds ?? [];
  return kinds?.size === 1 && kind !== undefined ? kind : 'manyKinds';
}
