import { expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

test('without any variable the product runs embedded, in demo mode, on this machine only', () => {
  expect(readConfiguration({}, '/srv')).toMatchObject({
    port: 3_000,
    host: '127.0.0.1',
    demo: true,
    dataFolder: '/srv/.tokenholic',
    databaseUrl: null,
  });
});

test('all faults are listed, not only the first', () => {
  const read = () =>
    readConfiguration({ PORT: 'many', TOKENHOLIC_DEMO: 'maybe', DATABASE_URL: 'nowhere' }, '/srv');
  expect(read).toThrow(/PORT[\s\S]*TOKENHOLIC_DEMO[\s\S]*DATABASE_URL/);
});

test('an empty variable is one that is not set', () => {
  expect(readConfiguration({ PORT: '', GITHUB_TOKEN: '' }, '/srv')).toMatchObject({
    port: 3_000,
    githubToken: null,
  });
});
