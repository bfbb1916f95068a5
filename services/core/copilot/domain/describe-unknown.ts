import { type LocalizedText, localizedTextSchema, type TimelineKind } from '@tokenholic/contracts';
import { z } from 'zod';
import { type Description, described } from './description.ts';

// Events of services that the workspace has no words for yet: read by the habits of naming that all topics share.

const KINDS: readonly [RegExp, TimelineKind][] = [
  [/research|knowledge/, 'research'],
  [/battlemap|map/, 'map'],
  [/solution|roleplay|rehearsal|persona|objection|demo|deal|document|quote|billing/, 'win'],
  [/prd|config|automation|village|onboarding/, 'build'],
  [/chatbot|voice|monitoring/, 'run'],
  [/support|ticket/, 'support'],
  [/success|analytics|health/, 'success'],
  [/client|crm|communication|identity/, 'crm'],
];

export function kindOfTopic(topic: string): TimelineKind {
  return KINDS.find(([pattern]) => pattern.test(topic))?.[1] ?? 'other';
}

const BAD = /failed|rejected|breached|overdue|escalated|declined|lost|expired|disconnected|exhausted|dropped/;
const GOOD = /approved|won|accepted|passed|signed|resolved|paid|published|succeeded/;
const ASKS = /requested|pending|awaiting|asked|needed|proposed|submitted/;

/** A description of an event by its topic, its name and the words its payload carries. */
export function describeUnknown(topic: string, type: string, payload: unknown): Description {
  const kind = kindOfTopic(topic);
  const words = wordsOf(payload);
  const name = readableName(type);
  const title = words.title ?? { zh: `${name}`, en: name };
  const bad = BAD.test(type);
  const asks = ASKS.test(type);
  return described(kind, title, {
    form: bad || asks ? 'card' : 'line',
    text: words.text,
    weight: bad ? 3 : asks ? 2 : 0.5,
    mood: bad ? -0.5 : GOOD.test(type) ? 0.4 : 0,
    notice: bad ? 'warning' : asks ? 'info' : null,
    tasks:
      bad || asks
        ? [
            {
              key: `${type}.answer`,
              rule: `answer.${kind}`,
              title: { zh: `处理：${title.zh}`, en: `Answer: ${title.en}` },
              reason: asks
                ? { zh: '有人在等您的答复', en: 'Somebody is waiting for your answer' }
                : { zh: '出了问题，需要有人跟进', en: 'Something went wrong and needs a follow-up' },
              outcome: null,
              action: 'open_client',
              impact: 0,
              dueInHours: bad ? 4 : 24,
            },
          ]
        : [],
  });
}

/** `quote.approval_requested` → `Quote approval requested`. */
function readableName(type: string): string {
  const words = type.replace(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const textSchema = z.union([
  localizedTextSchema,
  z
    .string()
    .min(1)
    .transform((text) => ({ zh: text, en: text })),
]);
const payloadSchema = z.object({
  headline: textSchema.optional().catch(undefined),
  title: textSchema.optional().catch(undefined),
  name: textSchema.optional().catch(undefined),
  summary: textSchema.optional().catch(undefined),
  message: textSchema.optional().catch(undefined),
  reason: textSchema.optional().catch(undefined),
});

function wordsOf(payload: unknown): { title: LocalizedText | null; text: LocalizedText | null } {
  const parsed = payloadSchema.safeParse(payload);
  if (!parsed.success) return { title: null, text: null };
  const { headline, title, name, summary, message, reason } = parsed.data;
  return { title: headline ?? title ?? name ?? null, text: summary ?? message ?? reason ?? null };
}
