import { globSync, readFileSync } from 'node:fs';
import {
  adviceDecisionSchema,
  approvalMomentKindSchema,
  eventRegistry,
  mapEditSchema,
  permissionSchema,
  reviewDecisionSchema,
  taskDecisionSchema,
} from '@tokenholic/contracts';
import { expect, test } from 'vitest';

// Every code that the product writes into the audit trail has a name in both languages.

const read = (language: 'zh' | 'en'): Names =>
  JSON.parse(readFileSync(`apps/web/src/i18n/${language}/audit-actions.json`, 'utf8'));
interface Names {
  topic: Record<string, string>;
  action: Record<string, Record<string, string>>;
}

/** Codes whose second half is filled in: with everything it can be. */
const FILLED: Readonly<Record<string, readonly string[]>> = {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: as they stand in the source
  'approval.${kind}': approvalMomentKindSchema.options,
  'consent.${decision}': ['given', 'withdrawn'],
  'deal.advice_${decision}': adviceDecisionSchema.shape.decision.options,
  'deal.undo_${step.kind}': ['bulk', 'merge_deal', 'merge_contact'],
  "finding.${review?.decision ?? 'reopened'}": [
    ...reviewDecisionSchema.options.map(({ shape }) => shape.decision.value),
    'reopened',
  ],
  'map.${edit.kind}': mapEditSchema.options.map(({ shape }) => shape.kind.value),
  'privacy.erase_${made.subject.kind}': ['organization', 'person'],
  'research.${status}': ['failed', 'cancelled', 'interrupted'],
  'settings.${purpose}_connected': ['search', 'browser'],
  'task.${decision.decision}': taskDecisionSchema.options.map(({ shape }) => shape.decision.value),
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: as they stand in the source
};

/** What else stands with a dot in files that write to the trail: events, permissions, and these. */
const OTHER = new Set<string>([
  ...Object.values(eventRegistry).flatMap((types) => Object.keys(types)),
  ...permissionSchema.options,
  ...['deals.import', 'research.run', 'research.already_running', 'deals.approval_needed'],
]);
const OTHER_FILLED = /^(deals\.mailbox_|manual\.)/;

/** Codes in a file that writes to the trail: whole ones, and those that are filled in, as they stand. */
function codesIn(text: string): string[] {
  const found = [...text.matchAll(/'([a-z_]+\.[a-z_]+)'|`([a-z_]+\.[a-z_]*\$\{[^`]*)`/g)];
  return found.flatMap(([, whole, filled]) => {
    if (whole !== undefined) return OTHER.has(whole) ? [] : [whole];
    if (filled === undefined || OTHER_FILLED.test(filled)) return [];
    const values = FILLED[filled];
    if (values === undefined) return [`${filled} (say in this test what it can be)`];
    return values.map((value) => filled.replace(/\$\{.*\}/, value));
  });
}

const files = globSync('{services,packages,apps/server}/**/*.ts', {
  exclude: (name) => name === 'node_modules' || name === 'dist' || name === 'testing',
}).filter((path) => !/\.(test|contract|fixtures)\.ts$/.test(path));
const writers = files.map((path) => readFileSync(path, 'utf8')).filter((text) => /\baudit\(/.test(text));
const codes = [...new Set(writers.flatMap(codesIn))].sort();

test('the trail’s codes are found where they are written', () => {
  expect(writers.length).toBeGreaterThan(50);
  expect(codes.length).toBeGreaterThan(100);
});

test.each([
  'zh',
  'en',
] as const)('every code of the audit trail has a name in %s, and so has its topic', (language) => {
  const { topic, action } = read(language);
  const nameless = codes.filter((code) => {
    const [first = '', second = ''] = code.split('.');
    return !action[first]?.[second] || !topic[first];
  });
  expect(nameless).toEqual([]);
});
