import { z } from 'zod';
import { languageSchema, localizedTextSchema } from './language.ts';

export const noticeLevelSchema = z.enum(['critical', 'warning', 'info']);
export type NoticeLevel = z.infer<typeof noticeLevelSchema>;

/** What a notice is about; people choose by it how they want to be told. */
export const noticeKindSchema = z.enum([
  ...['escalation', 'deadline', 'approval', 'handoff', 'budget', 'deal'],
  ...['research', 'map', 'knowledge', 'other'],
] as const);
export type NoticeKind = z.infer<typeof noticeKindSchema>;

export const noticeSchema = z
  .object({
    id: z.uuid(),
    /** Null where no client is concerned: then it belongs to the vendor's own organisation. */
    client: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    level: noticeLevelSchema,
    kind: noticeKindSchema,
    text: localizedTextSchema,
    eventId: z.uuid(),
    at: z.iso.datetime(),
    read: z.boolean(),
    /** Whether this person wants it to pop up now: by its kind, and not in quiet hours. */
    popUp: z.boolean(),
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof noticeSchema>;

export const noticeListSchema = z
  .object({
    items: z.array(noticeSchema),
    nextCursor: z.string().nullable(),
    /** Of all that the person may see, whatever the filter; counted up to 1,000. */
    unread: z.number().int(),
    unreadCritical: z.number().int(),
    /** The person's own organisation: the room in which its notices come live. */
    room: z.uuid(),
  })
  .meta({ id: 'NoticeList' });
export type NoticeList = z.infer<typeof noticeListSchema>;

const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM');
export const timeZoneSchema = z.string().refine((name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false; // not a zone of the IANA list
  }
}, 'must be a time zone such as Asia/Shanghai');

/** `daily`: gathered into one mail a day. */
export const mailTimingSchema = z.enum(['never', 'now', 'daily']);
export type MailTiming = z.infer<typeof mailTimingSchema>;

/** How one person wants to be told. */
export const noticePreferencesSchema = z.object({
  kinds: z.record(noticeKindSchema, z.object({ popUp: z.boolean(), mail: mailTimingSchema })),
  /** In which nothing pops up and no mail leaves; may go over midnight. */
  quiet: z.object({ from: clockSchema, to: clockSchema }).nullable(),
  /** Critical ones come in quiet hours too. */
  criticalAlways: z.boolean(),
  timeZone: timeZoneSchema,
  /** When the daily mail leaves, in this time zone. */
  dailyAt: clockSchema,
});
export type NoticePreferences = z.infer<typeof noticePreferencesSchema>;

export const noticeSettingsSchema = z
  .object({
    preferences: noticePreferencesSchema,
    /** Others do not see which client is on this person's screen. */
    appearOffline: z.boolean(),
    /** Where mail goes; null: nobody signs in with an address here. */
    mailTo: z.string().nullable(),
  })
  .meta({ id: 'NoticeSettings' });
export type NoticeSettings = z.infer<typeof noticeSettingsSchema>;
export const saveNoticeSettingsSchema = noticeSettingsSchema.omit({ mailTo: true });
export type SaveNoticeSettings = z.infer<typeof saveNoticeSettingsSchema>;

export const channelKindSchema = z.enum(['slack', 'teams']);
export type ChannelKind = z.infer<typeof channelKindSchema>;

const channelFields = {
  kind: channelKindSchema,
  name: z.string().trim().min(1).max(60),
  language: languageSchema,
  /** The lowest level that is sent. */
  level: noticeLevelSchema,
  kinds: z.array(noticeKindSchema).min(1),
  /** `kind`: what happened and a link, no client and no words of it; `full`: both, for whoever is in the chat. */
  detail: z.enum(['kind', 'full']),
  enabled: z.boolean(),
};
export const saveChannelSchema = z.object({
  ...channelFields,
  /** Null keeps the address that is set. */
  address: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable(),
});
export type SaveChannel = z.infer<typeof saveChannelSchema>;

export const noticeChannelSchema = z
  .object({
    id: z.uuid(),
    ...channelFields,
    /** Host and last four characters of the address, which itself never leaves the server. */
    hint: z.string(),
    /** What the other side said last; null before it was ever asked. */
    answer: z.object({ at: z.iso.datetime(), ok: z.boolean(), text: z.string() }).nullable(),
    waiting: z.number().int(),
    /** Given up after the last try, or refused for good. */
    failed: z.number().int(),
  })
  .meta({ id: 'NoticeChannel' });
export type NoticeChannel = z.infer<typeof noticeChannelSchema>;

export const channelTrialSchema = z
  .object({ ok: z.boolean(), text: z.string(), milliseconds: z.number().int() })
  .meta({ id: 'ChannelTrial' });
export type ChannelTrial = z.infer<typeof channelTrialSchema>;
