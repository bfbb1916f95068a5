import type { DealSettings } from '@tokenholic/contracts';
import { settingsRefused } from './failures.ts';

const CHOICES: readonly string[] = ['choice', 'choices'];

/** Whether these settings can stand; thrown at the first thing that cannot. */
export function checkSettings(before: DealSettings, after: DealSettings): void {
  const used = after.stages.filter((one) => one.used);
  if (used.length < 2) throw settingsRefused('too_few_stages');
  if (new Set(after.stages.map((one) => one.stage)).size !== after.stages.length)
    throw settingsRefused('stage_twice');
  for (const language of ['zh', 'en'] as const) {
    const names = used.map(({ name }) => name[language].toLowerCase());
    if (new Set(names).size !== names.length) throw settingsRefused('stage_name_twice');
  }
  const keys = after.fields.map(({ key }) => key);
  if (new Set(keys).size !== keys.length) throw settingsRefused('field_twice');
  for (const old of before.fields) {
    const now = after.fields.find(({ key }) => key === old.key);
    // Values stand under the key: a field is retired, never deleted, and stays what it is.
    if (now === undefined) throw settingsRefused('field_gone');
    if (now.type !== old.type || now.of !== old.of) throw settingsRefused('field_changed_type');
  }
  for (const { type, options, retired } of after.fields)
    if (!retired && CHOICES.includes(type) && options.length < 1)
      throw settingsRefused('field_without_options');
  const asked = new Set(
    after.fields.filter(({ of, retired }) => of === 'deal' && !retired).map(({ key }) => `custom:${key}`),
  );
  for (const { needs } of after.stages)
    for (const need of needs)
      if (need.startsWith('custom:') && !asked.has(need)) throw settingsRefused('need_unknown');
}
