import { personalFields } from '@tokenholic/contracts';

/** A personal field of one payload: where it stood and what it says. */
export type PersonalPart = readonly [place: readonly (string | number)[], value: unknown];

/** A payload without its personal fields, and these apart. */
export function takePersonalParts(
  type: string,
  payload: unknown,
): { payload: unknown; parts: readonly PersonalPart[] } {
  const fields = fieldsOf(type);
  if (fields.length === 0) return { payload, parts: [] };
  const rest = structuredClone(payload);
  const parts: PersonalPart[] = [];
  for (const field of fields) take(rest, stepsOf(field), [], parts);
  return { payload: rest, parts };
}

/** The payload as it was published. */
export function putPersonalParts(payload: unknown, parts: readonly PersonalPart[]): unknown {
  const whole = structuredClone(payload);
  for (const [place, value] of parts) {
    const key = place.at(-1);
    const holder = place
      .slice(0, -1)
      .reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), whole);
    if (isObject(holder) && key !== undefined) holder[key] = value;
  }
  return whole;
}

/** Declared fields of a type, as the database compares them: other fields, and its events are gone over again. */
export const personalTypes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(personalFields).map(([type, fields]) => [type, [...fields].sort().join(' ')]),
);

function fieldsOf(type: string): readonly string[] {
  const known: Readonly<Record<string, readonly string[] | undefined>> = personalFields;
  return known[type] ?? [];
}

const EACH = '[]';
const stepsOf = (field: string) => field.replaceAll(EACH, `.${EACH}`).split('.');

function take(
  at: unknown,
  [step, ...further]: readonly string[],
  place: readonly (string | number)[],
  into: PersonalPart[],
): void {
  if (step === undefined || !isObject(at)) return;
  if (step === EACH) {
    if (!Array.isArray(at)) return;
    for (const [index, one] of at.entries()) take(one, further, [...place, index], into);
    return;
  }
  const value = at[step];
  if (value === undefined || value === null) return;
  if (further.length > 0) take(value, further, [...place, step], into);
  else {
    into.push([[...place, step], value]);
    delete at[step];
  }
}

const isObject = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;
