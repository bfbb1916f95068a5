import type {
  ActivityKind,
  CoachEvidence,
  DealStage,
  DecisionRole,
  LocalizedText,
} from '@tokenholic/contracts';

/** Everything the coach looks at in one deal. */
export interface DealPicture {
  /** What the stage means, whatever the organisation calls it. */
  stage: DealStage;
  /** Days of silence after which it counts as stalled. */
  rottingDays: number;
  title: string;
  closeDate: string;
  createdAt: Date;
  stageSince: Date;
  competitors: readonly string[];
  pushes: { from: string; to: string; at: Date }[];
  people: { name: string; role: DecisionRole; lastAt: Date | null }[];
  steps: { title: string; dueOn: string }[];
  /** Newest first. */
  said: {
    id: string;
    kind: ActivityKind;
    direction: 'in' | 'out';
    at: Date;
    subject: string;
    text: string;
  }[];
}

export const DAY = 86_400_000;
export const daysSince = (then: Date, now: Date) => Math.floor((now.getTime() - then.getTime()) / DAY);
export const both = (zh: string, en: string): LocalizedText => ({ zh, en });
export const fact = (zh: string, en: string): CoachEvidence => ({
  text: both(zh, en),
  activityId: null,
  quote: null,
});

const ORDER: readonly DealStage[] = ['lead', 'discovery', 'evaluation', 'proposal', 'negotiation'];
/** True once a deal has come so far. */
export const reached = (stage: DealStage, wanted: DealStage) => ORDER.indexOf(stage) >= ORDER.indexOf(wanted);

const LONGEST_QUOTE = 140;

/** Something said, with its first words as they stand in the record. */
export function saidEvidence(one: DealPicture['said'][number]): CoachEvidence {
  const day = one.at.toISOString().slice(0, 10);
  const quote = one.text.trim().slice(0, LONGEST_QUOTE);
  return {
    text: both(`${day} ${one.subject}`, `${day} ${one.subject}`),
    activityId: one.id,
    quote: quote === '' ? null : quote,
  };
}

/** The newest thing said in which one of these words stands. */
export function saidAbout(
  picture: DealPicture,
  words: readonly string[],
): DealPicture['said'][number] | undefined {
  return picture.said.find(({ subject, text }) =>
    words.some((word) => word !== '' && `${subject}\n${text}`.toLowerCase().includes(word.toLowerCase())),
  );
}
