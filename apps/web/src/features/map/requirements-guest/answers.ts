import type {
  RequirementAnswer,
  RequirementSection,
  ReturnRequirements,
  SentRequirements,
} from '@tokenholic/contracts';

type Item = SentRequirements['items'][number];
export type Answers = Readonly<Record<string, RequirementAnswer>>;

export interface Addition {
  id: string;
  section: RequirementSection;
  text: string;
}

/** Items that ask rather than state. */
export const asks = ({ section, origin }: Pick<Item, 'section' | 'origin'>) =>
  origin === 'open' || section === 'question';

/** What is sent back: what was said, without the empty answers. */
export function toReturn(
  name: string,
  comment: string,
  answers: Answers,
  additions: readonly Addition[],
): ReturnRequirements {
  return {
    ...{ name: name.trim(), comment: comment.trim() },
    answers: Object.entries(answers).flatMap(([itemId, { kind, text }]) => {
      const said = text.trim();
      return kind === 'answered' && said === '' ? [] : [{ itemId, kind, text: said }];
    }),
    added: additions.flatMap(({ section, text }) =>
      text.trim() === '' ? [] : [{ section, text: text.trim() }],
    ),
  };
}

/** Changed, but not into what: the one thing that must be filled in. */
export function isUnfinished(answers: Answers): boolean {
  return Object.values(answers).some(({ kind, text }) => kind === 'changed' && text.trim() === '');
}
