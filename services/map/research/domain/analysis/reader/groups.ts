import { SELF_HOSTED } from '@tokenholic/reference';
import type { Mention } from '../mentions.ts';
import type { Claim } from '../statements.ts';
import type { Stretch } from './stretch.ts';

/** What a link may be of: a model or provider however often a stretch names it, or a sentence that names none. */
export interface Group {
  kind: 'model' | 'provider' | 'own' | 'sentence';
  /** Null for a sentence. */
  mention: Mention | null;
  /** The model as the text writes it; empty where none is named. */
  written: string;
  makerId: string | null;
  /** Who serves it, where the rules found it told: undefined where they did not. */
  told: string | null | undefined;
  /** Parts of the stretch, and the sentences they stand in. */
  parts: number[];
  sentences: number[];
}

/** Groups of a stretch in the order of the text. */
export function groupsOf({ parts, candidates }: Stretch): Group[] {
  const groups = new Map<string, Group>();
  for (const { mention, sentence, part } of candidates) {
    const written = mention?.modelName == null ? '' : (parts[part]?.text ?? '');
    const kind = kindOf(mention);
    const key =
      kind === 'model'
        ? `model ${plain(written)}`
        : kind === 'provider'
          ? `provider ${mention?.makerId}`
          : `${kind} ${part}`;
    const group = groups.get(key) ?? {
      ...{ kind, mention, written, makerId: mention?.makerId ?? null, told: undefined },
      ...{ parts: [], sentences: [] },
    };
    groups.set(key, group);
    group.parts.push(part);
    group.sentences.push(sentence);
    if (mention?.hosted === true && mention.modelName !== null) group.told = mention.providerId;
  }
  return [...groups.values()];
}

function kindOf(mention: Mention | null): Group['kind'] {
  if (mention === null) return 'sentence';
  if (mention.modelName !== null) return 'model';
  return mention.makerId === SELF_HOSTED ? 'own' : 'provider';
}

/** A model's name without what people write differently. */
const plain = (name: string) => name.toLowerCase().replace(/[ _\-\t\n]/g, '');

const isSame = (found: string, wanted: string) =>
  found !== '' && (found.includes(wanted) || wanted.includes(found));

/** The group that a claim of the rules is about; null where none is. */
export function groupOfClaim(
  { modelName, providerId }: Pick<Claim, 'modelName' | 'providerId'>,
  sentence: number,
  groups: readonly Group[],
): Group | null {
  const inSentence = (some: readonly Group[]) =>
    some.find(({ sentences }) => sentences.includes(sentence)) ?? some[0];
  const models = groups.filter(({ kind }) => kind === 'model');
  const provider = groups.find(({ kind, makerId }) => kind === 'provider' && makerId === providerId);
  if (modelName !== null) {
    const wanted = plain(modelName);
    const exact = models.find(({ written }) => plain(written) === wanted);
    const near = models
      .filter(
        ({ written, mention }) =>
          isSame(plain(written), wanted) || isSame(plain(mention?.modelName ?? ''), wanted),
      )
      .toSorted((a, b) => b.written.length - a.written.length)[0];
    const found = exact ?? near ?? provider;
    if (found !== undefined) return found;
  } else if (provider !== undefined) return provider;
  else if (providerId !== null) {
    // "MiniMax" is a model's name as well as its maker's.
    const made = models.filter(({ makerId }) => makerId === providerId);
    const here = made.filter(({ sentences }) => sentences.includes(sentence));
    const shortest = (here.length > 0 ? here : made).toSorted(
      (a, b) => a.written.length - b.written.length,
    )[0];
    const own =
      providerId === SELF_HOSTED ? inSentence(groups.filter(({ kind }) => kind === 'own')) : undefined;
    const found = shortest ?? own;
    if (found !== undefined) return found;
  }
  // A vendor that the catalogue does not hold is nobody known.
  const outside =
    modelName === null && providerId === null
      ? models.find(({ makerId, sentences }) => makerId === null && sentences.includes(sentence))
      : undefined;
  if (outside !== undefined) return outside;
  return groups.find(({ kind, sentences }) => kind === 'sentence' && sentences.includes(sentence)) ?? null;
}
