import { SELF_HOSTED } from '@tokenholic/reference';
import { ownMakingCue } from './lexicon/hosting-cues.ts';
import { outsideVendors } from './lexicon/outside-vendors.ts';
import type { Hit } from './matcher.ts';
import type { Mention } from './mentions.ts';

/** What a page tells of models that its company makes for itself. */
export interface OwnModels {
  isMakerOf: (houseModel: string) => boolean;
  /** Names that the page gives to the company's own models. */
  names: readonly string[];
  /** What the company goes by. */
  client: readonly string[];
}

const LATIN = '([A-Z][A-Za-z]*(?:[A-Z0-9]|LM|GPT)[A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*|[A-Z][a-z]{2,})';
const MAKING = '(?:自研|自主研发|自主训练|自训|自家|自己训(?:练|了|的)|自有|研发|训练|训(?=的|出)|开发)';

const PATTERNS: readonly RegExp[] = [
  new RegExp(`${MAKING}(?:了|的|出|一个|一套)*[^“「"'，。]{0,10}[“「"']([^”」"'，。]{2,12})[”」"']`, 'g'),
  new RegExp(`${MAKING}(?:了|的|出)*[\\u4e00-\\u9fff]{0,8}?\\s*${LATIN}`, 'g'),
  new RegExp(
    `${MAKING}[^。]{0,16}[，,](?:叫|名为|取名|命名为)(?:做|作)?\\s*[“「"']?([A-Za-z][A-Za-z0-9-]+|[\\u4e00-\\u9fff]{2,6})`,
    'g',
  ),
  new RegExp(`${LATIN}\\s*是我们自(?:研|主研发|己训练)`, 'g'),
  new RegExp(
    `\\b(?:in-house|our own|its own|their own|the [\\w ]{2,20}['’]s own|self-developed)\\s+(?:(?:called|named|model)\\s+)*${LATIN}(?: model)?`,
    'g',
  ),
  new RegExp(
    `\\b${LATIN}, (?:its|our|their|the \\w+['’]s) own (?:[a-z-]+ ){0,3}(?:model|system|engine)`,
    'g',
  ),
  new RegExp(
    `\\b${LATIN}, (?:a|an|the) (?:[a-z-]+ ){0,3}(?:model|system|recommender|engine)(?: (?:that|which))?(?: (?:it|the \\w+|we|was|has|is|had|they)){0,2} (?:self-)?(?:trained|developed|built|made)\\b`,
    'g',
  ),
  new RegExp(
    `\\b${LATIN}, (?:a|an|the) (?:[a-z-]+ ){0,3}(?:model|system|engine) of (?:its|our|their|the \\w+['’]s) own`,
    'g',
  ),
  new RegExp(
    `\\b${LATIN}, (?:a|an|the) (?:self-developed|in-house|proprietary|home-grown) (?:[a-z-]+ ){0,3}(?:model|system|engine)`,
    'g',
  ),
  new RegExp(
    `\\b${LATIN}, which (?:the \\w+|it|we|they) (?:has |have )?(?:trained|developed|built|made)`,
    'g',
  ),
  new RegExp(
    `\\b(?:trained|built|developed|made)\\b[^.]{0,40}(?:ourselves|itself|themselves|in-house),? (?:called|named|which we call) ${LATIN}`,
    'g',
  ),
];

/** Words that stand where a name could, and are none. */
const NO_NAMES =
  /^(?:GPUs?|CPU|AI|API|LLMs?|IT|The|RAG|OCR|ASR|TTS|NLP|SQL|App|GPT|K8s|[AHLVB]\d+s?|German|English|Chinese)$/;

/** Where a text names the company itself. */
export function ownNamesIn(text: string, client: readonly string[]): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (const name of client)
    for (
      let start = text.indexOf(name);
      name !== '' && start >= 0;
      start = text.indexOf(name, start + name.length)
    )
      places.push({ start, end: start + name.length });
  return places;
}

/** A word without which no pattern can hold: most pages have none. */
const MAKES =
  /自研|自主研发|自主训练|自训|自家|自己训(?:练|了|的)|自有|研发|训|开发|in-house|\bown\b|self-developed|trained|developed|proprietary|home-grown|\bbuilt\b|\bmade\b/;

/** Names that a text itself gives to models of the company's own making. */
export function ownModelNames(text: string): string[] {
  if (!MAKES.test(text)) return [];
  const names = PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
  return [...new Set(names.filter((name) => name !== '' && !NO_NAMES.test(name)))];
}

type Drafts = readonly Pick<Mention, 'at' | 'end'>[];

/** The client's own models: by a name of public knowledge, by the name that the page gave them, or without one. */
export function ownModelsIn(
  text: string,
  hits: readonly Hit[],
  models: Drafts,
  clauseAt: (at: number) => number,
  own: OwnModels,
): Mention[] {
  const make = (at: number, end: number, modelName: string | null, isOwn: boolean): Mention => ({
    providerId: isOwn ? SELF_HOSTED : null,
    makerId: isOwn ? SELF_HOSTED : null,
    modelId: null,
    modelName,
    modelKey: null,
    at,
    end,
    clause: clauseAt(at),
    versioned: modelName !== null,
    hosted: isOwn,
    kinds: null,
    usual: modelName === null || isOwn ? null : (outsideVendors.get(modelName) ?? null),
  });
  const house = hits
    .filter(({ entry }) => entry.kind === 'house_model' && (!entry.context || own.isMakerOf(entry.id)))
    // "Runway" is a vendor, "a runway" is none.
    .filter(({ entry, start }) => !outsideVendors.has(entry.id) || !/[a-z]/.test(text.charAt(start)))
    .map(({ entry, start, end }) => make(start, end, text.slice(start, end), own.isMakerOf(entry.id)));
  const free = (at: number, end: number) =>
    ![...models, ...house].some((other) => at < other.end && other.at < end);
  const named = own.names
    .map((name) => ({ name, at: text.indexOf(name) }))
    .filter(({ name, at }) => at >= 0 && free(at, at + name.length))
    .map(({ name, at }) => make(at, at + name.length, name, true));
  if (named.length > 0 || house.length > 0) return [...house, ...named];
  const cue = ownMakingCue.exec(text);
  if (
    cue === null ||
    !/模型|算法|引擎|识别|推理|是自研|\bmodels?\b|generative|LLM|recommender|engine|recognition/i.test(text)
  )
    return [];
  const end = cue.index + cue[0].length;
  // "基于 Qwen 自研", "our own GPT-4o": the model is named right there, and somebody else made it.
  const isAbout = models.some(({ at, end: until }) =>
    /^\s*(?:的|微调的?|fine-tuned|tuned)?\s*$/i.test(
      until <= cue.index ? text.slice(until, cue.index) : text.slice(end, Math.max(end, at)),
    ),
  );
  return isAbout ||
    /(?:不|没有?|暂不|未)自研|not (?:\w+ )?(?:in-house|our own)/i.test(
      text.slice(Math.max(0, cue.index - 6), end),
    )
    ? []
    : [make(cue.index, end, null, true)];
}
