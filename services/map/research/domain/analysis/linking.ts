import type { Gazetteer } from './gazetteer.ts';
import { isCoordinated } from './hosting.ts';
import type { UseShares } from './meaning/use-model.ts';
import { type Mention, MOST_NAMES, type View } from './mentions.ts';
import { fits, usualUse } from './modality.ts';
import { isSentence } from './passages.ts';
import { type Evidence, evidenceAt, weighed } from './use-evidence.ts';

/** Where a sentence names a use. */
export interface Place {
  id: string;
  at: number;
  end: number;
  clause: number;
  /** The word only hints at the use. */
  hint: boolean;
  word: string;
}

/** How a use came to a model: what the confidence in their link rests on. */
export type Derivation = 'same_clause' | 'same_sentence' | 'carried' | 'heading' | 'meaning' | 'kind';

export interface Link {
  useCaseId: string | null;
  derivation: Derivation;
  hint: boolean;
  word: string | null;
  /** How likely this use is beside the others; null where nothing was weighed. */
  share: number | null;
}

/** What a sentence without a use of its own goes on about. */
export interface Topic {
  useCaseId: string | null;
  word: string | null;
  derivation: 'carried' | 'heading';
  /** Told earlier in the same sentence. */
  within: boolean;
  /** What the sentences before speak of by their meaning, where no word of theirs told it. */
  mood: UseShares | null;
}

/** The uses of a sentence. Hints count where nothing firmer is said in the clause. */
export function placesIn(view: View): Place[] {
  const named = view.hits.filter(({ entry }) => entry.kind === 'use_case').slice(0, MOST_NAMES);
  const places = named.map(({ entry, start, end }) => ({
    id: entry.id,
    at: start,
    end,
    clause: Math.max(
      0,
      view.clauses.findLastIndex((clause) => clause.start <= start),
    ),
    hint: entry.context,
    word: view.sentence.text.slice(start, end).toLowerCase(),
  }));
  const firm = new Set(places.filter(({ hint }) => !hint).map(({ clause }) => clause));
  // "巡检视频分析": of names that make up one noun, the last says what it is.
  const isPartOfName = ({ end, hint }: Place) =>
    places.some(
      (next) => next.hint === hint && next.at >= end && /^ ?$/.test(view.sentence.text.slice(end, next.at)),
    );
  return places.filter((place) => (!place.hint || !firm.has(place.clause)) && !isPartOfName(place));
}

/** Every use that a sentence links with a mention. */
export function linksOf(
  mention: Mention,
  view: View,
  places: readonly Place[],
  topic: Topic,
  gazetteer: Gazetteer,
): Link[] {
  const suits = (id: string) => mention.kinds === null || fits(mention.kinds, gazetteer.useCaseKinds.get(id));
  const fitting = places.filter((place) => suits(place.id));
  const paired = pairedByOrder(mention, view, fitting);
  const hasTopic = topic.useCaseId !== null && suits(topic.useCaseId);
  const hasOwnTopic = hasTopic && !STEPS.has(topic.useCaseId ?? '');
  // A hint is weaker than what the text is speaking of, unless it is what the clause itself is about.
  const hasContext = hasTopic || fitting.some(({ hint, at }) => !hint && at < mention.at);
  const isSubject = ({ id, at, clause, word }: Place) =>
    at < mention.at &&
    (clause === 0 || clause === mention.clause) &&
    !(hasOwnTopic && (STEPS.has(id) || ANY_HELPER.test(word)));
  // "Hotel review summaries, from the start: A": what the sentence opens with is its own subject.
  const isLead = ({ at, hint }: Place) =>
    !hint && at < AS_LEAD && !view.mentions.some((other) => other.at < at);
  const isElsewhere = (place: Place) =>
    hasOwnTopic && STEPS.has(place.id) && place.clause !== mention.clause && !isLead(place);
  const near = fitting.filter(
    (place) => !isElsewhere(place) && (!hasContext || !place.hint || isSubject(place)),
  );
  const whole = wholeOf(mention, view, fitting);
  const best = paired ?? whole ?? nearest(mention, view, near);
  // Recognising and speaking are parts of a machine that telephones.
  if (
    hasTopic &&
    topic.useCaseId === 'voice_agent' &&
    topic.derivation === 'carried' &&
    SPEECH.has(best?.id ?? usualOf(mention) ?? '')
  )
    return [
      { useCaseId: topic.useCaseId, derivation: 'carried', hint: false, word: topic.word, share: null },
    ];
  // A known word decides alone.
  const evidence =
    best === undefined || best.hint ? evidenceAt(mention, view, fitting, topic, gazetteer) : null;
  if (evidence !== null) view.observe?.(mention, evidence);
  // "Models used: GPT.": a fragment goes on about what the text speaks of, a mere company's name in one tells of nothing.
  const isFragment = view.sentence.form === 'prose' && !isSentence(view.sentence.text);
  const isSilent = isFragment && (mention.modelName === null || topic.useCaseId !== null);
  const likeliest = evidence === null || isSilent ? null : byEvidence(evidence, mention, fitting, topic);
  if (likeliest !== null) return [likeliest];
  const share = null;
  if (best !== undefined) {
    const derivation = best.clause === mention.clause ? 'same_clause' : 'same_sentence';
    const also = paired === undefined && !best.hint ? jointWith(best, fitting, view, mention) : [];
    return [best, ...also].map(({ id, hint, word }) => ({ useCaseId: id, derivation, hint, word, share }));
  }
  if (topic.useCaseId !== null && mention.usual === null && suits(topic.useCaseId))
    return [
      { useCaseId: topic.useCaseId, derivation: topic.derivation, hint: false, word: topic.word, share },
    ];
  return [{ useCaseId: usualOf(mention), derivation: 'kind', hint: false, word: null, share }];
}

/** A use that nothing but the meaning speaks for must be at least this likely; a deal with a provider is about many things. */
const ALONE = { model: 0.2, provider: 0.75 };

/** The likeliest use by all that speaks for one: words, what the sentences mean, and what the text is speaking of. */
function byEvidence(
  evidence: Evidence,
  mention: Mention,
  places: readonly Place[],
  topic: Topic,
): Link | null {
  const [likeliest] = weighed(evidence);
  if (likeliest === undefined) return null;
  const { id, share } = likeliest;
  const isOf = (place: Place) => place.id === id;
  const place = places.find((one) => isOf(one) && one.clause === mention.clause) ?? places.find(isOf);
  if (place !== undefined && !place.hint)
    return {
      useCaseId: id,
      derivation: place.clause === mention.clause ? 'same_clause' : 'same_sentence',
      hint: false,
      word: place.word,
      share,
    };
  if (place === undefined && id === topic.useCaseId)
    return { useCaseId: id, derivation: topic.derivation, hint: false, word: topic.word, share };
  if (place === undefined && share < (mention.modelName === null ? ALONE.provider : ALONE.model)) return null;
  return {
    useCaseId: id,
    derivation: 'meaning',
    hint: place !== undefined,
    word: place?.word ?? null,
    share,
  };
}

const SPEECH: ReadonlySet<string> = new Set(['asr_transcription', 'tts_voice']);

const usualOf = ({ usual, kinds }: Mention) => usual ?? (kinds === null ? null : usualUse(kinds));

/** "Of our adverts seven in ten are made by AI, stills in A, films in B": the parts belong to what was named as a whole. */
function wholeOf(mention: Mention, view: View, places: readonly Place[]): Place | undefined {
  const opens = view.clauses.findIndex(({ text }) => PARTS.test(text));
  if (opens < 1 || mention.clause < opens) return undefined;
  return places.findLast(({ hint, clause }) => !hint && clause < opens);
}

const PARTS = /^\s*(?:其中|包括|including\b|among them\b|of which\b|stills\b)/i;

/** Uses that are also steps of other uses: "summaries" within a meeting assistant are no use of their own. */
const STEPS: ReadonlySet<string> = new Set(['long_doc_summary', 'asr_transcription']);

/** A word that any use may go by: it tells of a use only where nothing else does. */
const ANY_HELPER = /^assistants?$/;

/** What a text goes on about after a use was told: a step or a hint does not change its subject. */
export function topicAfter(
  topic: Topic,
  { useCaseId, hint, word }: Pick<Link, 'useCaseId' | 'hint' | 'word'>,
): Topic {
  const isWeak = useCaseId === null || hint || STEPS.has(useCaseId);
  return isWeak && topic.useCaseId !== null
    ? topic
    : { useCaseId, word, derivation: 'carried', within: true, mood: null };
}

/** "X and Y by A and B respectively". */
function pairedByOrder(mention: Mention, view: View, places: readonly Place[]): Place | undefined {
  if (!/分别|各自|\brespectively\b/i.test(view.sentence.text)) return undefined;
  const distinct = places.filter((place, index) => places.findIndex(({ id }) => id === place.id) === index);
  return distinct.length === view.mentions.length ? distinct[view.mentions.indexOf(mention)] : undefined;
}

const ACROSS_CLAUSE = 25;
const ACROSS_MENTION = 60;
const AS_A_HINT = 80;
/** Characters within which a sentence's first words are its subject. */
const AS_LEAD = 24;
const AS_A_SUBJECT = 25;
const AS_A_NAME = 50;

/** The use nearest to a mention: of its clause, of clauses before it, else of those after it unless a topic is at hand. */
function nearest(mention: Mention, view: View, places: readonly Place[]): Place | undefined {
  const { mentions, sentence } = view;
  const inClause = mentions.filter(({ clause }) => clause === mention.clause);
  const firstPlace = places.find(({ clause }) => clause === mention.clause);
  // "A for X and B for Y": where a clause opens with a name, uses follow their names.
  const followsName = firstPlace !== undefined && (inClause[0]?.at ?? 0) < firstPlace.at;
  const cost = (place: Place) => {
    const isBefore = place.at < mention.at;
    const [from, to] = isBefore ? [place.end, mention.at] : [mention.end, place.at];
    const crossed = mentions.filter(
      (other) =>
        other !== mention &&
        other.at >= from &&
        other.at < to &&
        !isCoordinated(other, mention, sentence.text),
    ).length;
    const distance = Math.max(0, to - from);
    const against = isBefore === followsName && place.clause === mention.clause ? 30 : 0;
    const late = isBefore ? 0 : 5 + distance * 0.3;
    const isSubject = place.clause === mention.clause && place.clause > 0 && isBefore;
    // "GitHub Copilot" tells its own use only where nothing else is said.
    const isName = place.at < mention.end && mention.at < place.end;
    const vague = isName ? AS_A_NAME : !place.hint ? 0 : isSubject ? AS_A_SUBJECT : AS_A_HINT;
    return (
      distance +
      late +
      against +
      vague +
      crossed * ACROSS_MENTION +
      Math.abs(place.clause - mention.clause) * ACROSS_CLAUSE
    );
  };
  const isOwnedByOther = (place: Place) =>
    place.clause !== mention.clause &&
    place.at > mention.at &&
    mentions.some(({ clause }) => clause === place.clause);
  const reachable = places.filter((place) => place.clause <= mention.clause || !isOwnedByOther(place));
  const weighed = reachable.map((place) => ({ place, cost: cost(place) }));
  return weighed.toSorted((a, b) => a.cost - b.cost)[0]?.place;
}

/** "写作、翻译和客服都由 A 提供": all uses that are joined to the one found, where a single name stands for them. */
function jointWith(best: Place, places: readonly Place[], view: View, mention: Mention): Place[] {
  const others = view.mentions.filter(
    (other) => other !== mention && !isCoordinated(other, mention, view.sentence.text),
  );
  const joint: Place[] = [];
  for (const direction of [-1, 1]) {
    let edge = best;
    for (;;) {
      const next = places
        .filter((place) => (direction < 0 ? place.end <= edge.at : place.at >= edge.end))
        .toSorted((a, b) => direction * (a.at - b.at))[0];
      if (next === undefined || next.hint !== best.hint) break;
      const [from, to] = direction < 0 ? [next.end, edge.at] : [edge.end, next.at];
      const between = view.sentence.text.slice(from, to);
      if (!JOINS.test(between) || others.some(({ at }) => at >= from && at < to)) break;
      if (next.id !== best.id && !joint.some(({ id }) => id === next.id)) joint.push(next);
      edge = next;
    }
  }
  return joint;
}

const JOINS =
  /^[^，。,.、]{0,6}(?:、|和|与|及|以及|\/|,(?=\s)|,? and (?:in |for )?(?:the |its |our )?|& )\s?[^，。,.、]{0,8}$/i;
