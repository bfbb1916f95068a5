import { type NoticeKind, type NoticePreferences, noticeKindSchema } from '@tokenholic/contracts';

/** What cannot wait until somebody looks at the screen. */
const BY_MAIL: ReadonlySet<NoticeKind> = new Set(['escalation', 'deadline', 'approval', 'budget']);

/** How the product tells people who have not said otherwise. */
export const USUAL_PREFERENCES: NoticePreferences = {
  kinds: kindsBy((kind) => ({ popUp: true, mail: BY_MAIL.has(kind) ? 'now' : 'never' })),
  quiet: null,
  criticalAlways: true,
  timeZone: 'Asia/Shanghai',
  dailyAt: '09:00',
};

type OfKinds = NoticePreferences['kinds'];

function kindsBy(choose: (kind: NoticeKind) => OfKinds[NoticeKind]): OfKinds {
  const entries = noticeKindSchema.options.map((kind) => [kind, choose(kind)] as const);
  return Object.fromEntries(entries) as OfKinds;
}

/** Stored preferences, with what the product does by itself for kinds that came later. */
export function completed(stored: Pick<NoticePreferences, 'kinds'> & NoticePreferences): NoticePreferences {
  return { ...stored, kinds: { ...USUAL_PREFERENCES.kinds, ...stored.kinds } };
}
