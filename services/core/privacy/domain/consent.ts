import type { ConsentCheck, ConsentPolicy, ConsentPurpose, LawfulBasis } from '@tokenholic/contracts';

export interface Decision {
  decision: 'given' | 'withdrawn';
  decidedAt: Date;
  expiresAt: Date | null;
}

/** What the newest decision of an address means today. Silence is no consent. */
export function standOf(newest: Decision | null, now: Date): ConsentCheck {
  if (newest === null) return { allowed: false, because: 'never_asked', since: null };
  const since = newest.decidedAt.toISOString();
  if (newest.decision === 'withdrawn') return { allowed: false, because: 'withdrawn', since };
  if (newest.expiresAt !== null && newest.expiresAt <= now)
    return { allowed: false, because: 'expired', since: newest.expiresAt.toISOString() };
  return { allowed: true, because: 'given', since };
}

/**
 * What may be done about a person with several addresses: a refusal by one of them counts for the person; else consent by one.
 * Where nobody decided, or what was given ran out, the basis of the purpose says it.
 */
export function standOfPerson(
  newest: readonly (Decision | null)[],
  basis: LawfulBasis,
  now: Date,
): ConsentCheck {
  const stands = newest.map((decision) => standOf(decision, now));
  const decided =
    stands.find(({ because }) => because === 'withdrawn') ??
    stands.find(({ because }) => because === 'given');
  if (decided !== undefined) return decided;
  if (basis === 'legitimate_interest') return { allowed: true, because: 'legitimate_interest', since: null };
  return (
    stands.find(({ because }) => because === 'expired') ?? {
      ...{ allowed: false, because: 'never_asked', since: null },
    }
  );
}

const ASK_FIRST = { basis: 'ask_first', because: '' } as const;

/**
 * What the product begins with: everything is asked for first. The law of China (PIPL, Art. 13) knows no interest that weighs
 * more than a person's; where one does (GDPR, Art. 6(1)(f)), the seller says so, purpose by purpose, with the reason.
 */
export const BEGINNING: ConsentPolicy['purposes'] = {
  ...{ marketing_email: ASK_FIRST, marketing_message: ASK_FIRST, marketing_call: ASK_FIRST },
  ...{ product_news: ASK_FIRST, reference: ASK_FIRST, profiling: ASK_FIRST, recording: ASK_FIRST },
};

/** For people to read, of a purpose. */
export const PURPOSES: Readonly<Record<ConsentPurpose, { zh: string; en: string }>> = {
  marketing_email: { zh: '邮件营销', en: 'marketing by e-mail' },
  marketing_message: { zh: '短信营销', en: 'marketing by message' },
  marketing_call: { zh: '电话营销', en: 'marketing by phone' },
  product_news: { zh: '产品动态', en: 'product news' },
  reference: { zh: '作为案例提及', en: 'being named as a reference' },
  profiling: { zh: '建立画像', en: 'building a persona' },
  recording: { zh: '会议与通话记录', en: 'records of calls and meetings' },
};

const isPurpose = (text: string): text is ConsentPurpose => text in PURPOSES;

export const purposesIn = (purposes: ConsentPolicy['purposes']): ConsentPurpose[] =>
  Object.keys(purposes).filter(isPurpose);

/** The end of a day that was named without a time, in UTC. */
export const endOfDay = (day: string): Date => new Date(`${day}T23:59:59.999Z`);
