import { roleSchema } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { clientNameKey } from './client-name.ts';
import { permissionMatrix, permissionsOf } from './permissions.ts';

test('names that differ in width, case, spacing or legal ending are the same client', () => {
  expect(clientNameKey('Harbourline Logistics Ltd.')).toBe(clientNameKey('harbourline  logistics'));
  expect(clientNameKey('云岫短剧（上海）有限公司')).toBe(clientNameKey('云岫短剧(上海)'));
});

test('a name that is nothing but a legal ending still has a key', () => {
  expect(clientNameKey('集团')).toBe('集团');
});

test('each role has an account, and nobody edits without reading', () => {
  for (const role of roleSchema.options) {
    const given = permissionMatrix[role];
    expect(given).toContain('account.use');
    if (given.some((permission) => /^(client|research|map|copilot)\./.test(permission)))
      expect(given).toContain('client.read');
  }
});

test('what we think of a client is not for the client’s own people', () => {
  for (const role of ['owner', 'admin', 'config_manager', 'developer', 'member', 'viewer'] as const)
    expect(permissionMatrix[role]).not.toContain('client.read');
});

test('several roles add up', () => {
  expect(permissionsOf(['viewer', 'sales_agent'])).toContain('map.edit');
  expect(permissionsOf(['viewer'])).toEqual(['account.use']);
});
