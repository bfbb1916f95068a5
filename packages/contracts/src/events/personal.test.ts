import { expect, test } from 'vitest';
import { z } from 'zod';
import { personalFields } from './personal.ts';
import { eventRegistry } from './registry.ts';

/** Names of fields that usually say who somebody is, how to reach them or what they said. */
const SUSPECT =
  /^(name|names|.*Name|email|.*Email|phone|.*Phone|mobile|address|addresses|sender|recipient|recipients|person|people|contact|contacts|owner|by|notes?|text|words|quote|quotes|body|feedback|traits|turns)$/;

/** Fields with such a name that are about no person, each with what they are. */
const NOT_OF_PEOPLE: Readonly<Record<string, readonly string[]>> = {
  'client.created': ['client.name', 'research.notes'],
  'client.renamed': ['client.name', 'previousName'],
  // Names of organisations, of models and of use cases; what public pages say of a company.
  'research.started': ['clientName'],
  'research.completed': ['clientName', 'findings', 'profile'],
  'findings.reviewed': ['clientName', 'findings'],
  'research.progressed': ['sources'],
  'map.drawn': ['clientName', 'changes.text'],
  'map.edited': ['edit'],
  // Name of a file.
  'deal.file_added': ['name'],
};

interface Shape {
  $ref?: string;
  $defs?: Record<string, Shape>;
  properties?: Record<string, Shape>;
  items?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  prefixItems?: Shape[];
}

/** Every field of a shape by its path, lists as `[]`. */
function pathsOf(given: Shape, at = '', named: Record<string, Shape> = given.$defs ?? {}): string[] {
  // Deep enough for any event, and an end to a shape that holds itself.
  if (at.split('.').length > 8) return [];
  const shape = named[given.$ref?.replace('#/$defs/', '') ?? ''] ?? given;
  const inner = [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])];
  return [
    ...Object.entries(shape.properties ?? {}).flatMap(([name, one]) => {
      const path = at === '' ? name : `${at}.${name}`;
      return [path, ...pathsOf(one, path, named)];
    }),
    ...(shape.items === undefined ? [] : pathsOf(shape.items, `${at}[]`, named)),
    ...(shape.prefixItems ?? []).flatMap((one) => pathsOf(one, `${at}[]`, named)),
    ...inner.flatMap((one) => pathsOf(one, at, named)),
  ];
}

const schemas: readonly [string, z.ZodType][] = Object.values(eventRegistry).flatMap((types) =>
  Object.entries(types).flatMap(([type, versions]) =>
    Object.values<z.ZodType>(versions).map((schema): [string, z.ZodType] => [type, schema]),
  ),
);
const shapeOf = (schema: z.ZodType): Shape =>
  z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output', reused: 'inline' }) as Shape;
const declaredFor = (type: string): readonly string[] =>
  Object.entries(personalFields).find(([one]) => one === type)?.[1] ?? [];
const isWithin = (path: string, fields: readonly string[]) =>
  fields.some((field) => path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[]`));

test('an event says of every field that sounds like a person whether it is one', () => {
  const undeclared = schemas.flatMap(([type, schema]) =>
    [...new Set(pathsOf(shapeOf(schema)))]
      .filter((path) => SUSPECT.test(path.split('.').at(-1)?.replaceAll('[]', '') ?? ''))
      .filter((path) => !isWithin(path, declaredFor(type)) && !isWithin(path, NOT_OF_PEOPLE[type] ?? []))
      // A list or an object whose personal parts are declared one by one.
      .filter((path) => !declaredFor(type).some((field) => field.startsWith(path)))
      .map((path) => `${type}: ${path}`),
  );
  expect(undeclared).toEqual([]);
});

test('a declared field is one that the event has', () => {
  const paths = new Map(schemas.map(([type, schema]) => [type, pathsOf(shapeOf(schema))]));
  const unknown = Object.entries(personalFields).flatMap(([type, fields]) =>
    fields.filter((field) => paths.get(type)?.includes(field) !== true).map((field) => `${type}: ${field}`),
  );
  expect(unknown).toEqual([]);
});
