import { expect, test } from 'vitest';
import { ROLES, serviceFaults, workedOn } from './roles.ts';

const services = [{ name: 'research' }, { name: 'battlemap' }, { name: 'copilot' }];
const roles = new Set(['worker'] as const);
const names = (chosen: string[]) => workedOn({ roles, services: chosen }, services).map(({ name }) => name);

test('a worker works on the services it is told, on all of them when it is told none', () => {
  expect(names(['research'])).toEqual(['research']);
  expect(names([])).toEqual(['research', 'battlemap', 'copilot']);
});

test('a worker told what to leave out also works on services that come later', () => {
  expect(names(['-research', '-copilot'])).toEqual(['battlemap']);
});

test('a process that is no worker works on none', () => {
  expect(workedOn({ roles: new Set(['api']), services: [] }, services)).toEqual([]);
});

test('a name that no service has is told, and a list that says both', () => {
  const part = { roles: new Set(ROLES), services: ['research', '-reserch'] };
  expect(serviceFaults(part, services)).toEqual([
    'no service is called reserch; there are research, battlemap, copilot',
    'name either services to work on or, each with a minus, services to leave out',
  ]);
});
