import { expect, test } from 'vitest';
import { ROLES, unknownServices, workedOn } from './roles.ts';

const services = [{ name: 'research' }, { name: 'battlemap' }, { name: 'copilot' }];

test('a worker works on the services it is told, all of them when it is told none', () => {
  const roles = new Set(['worker'] as const);
  expect(workedOn({ roles, services: ['research'] }, services)).toEqual([{ name: 'research' }]);
  expect(workedOn({ roles, services: null }, services)).toEqual(services);
});

test('a process that is no worker works on none', () => {
  expect(workedOn({ roles: new Set(['api']), services: null }, services)).toEqual([]);
});

test('a name that no service has is told', () => {
  expect(unknownServices({ roles: new Set(ROLES), services: ['research', 'reserch'] }, services)).toEqual([
    'reserch',
  ]);
});
