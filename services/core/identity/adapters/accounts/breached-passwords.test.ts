import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { rangeService, shippedList } from './breached-passwords.ts';

test.each([
  ['qwertyuiop[]', true],
  ['Football2024!', true],
  ['dragondragon', true],
  ['1q2w3e4r5t6y', true],
  ['quiet-harbour-41-lanterns', false],
  ['银杏树下的第三张长椅', false],
  ['correct horse battery', false],
])('%s is known from breaches: %s', async (password, known) => {
  expect(await shippedList.isBreached(password)).toBe(known);
});

test('a service is asked with five signs of the hash alone, and its padding counts for nothing', async () => {
  const hash = createHash('sha1').update('quiet-harbour-41-lanterns').digest('hex').toUpperCase();
  const asked: string[] = [];
  const answering = (count: number) =>
    rangeService(
      'https://passwords.example/range/',
      () => {},
      async (url) => {
        asked.push(String(url));
        return new Response(`${'0'.repeat(35)}:3\r\n${hash.slice(5)}:${count}`);
      },
    );
  expect(await answering(41).isBreached('quiet-harbour-41-lanterns')).toBe(true);
  expect(await answering(0).isBreached('quiet-harbour-41-lanterns')).toBe(false);
  expect(asked[0]).toBe(`https://passwords.example/range/${hash.slice(0, 5)}`);
});

test('a service that does not answer keeps nobody out, and it is told', async () => {
  const silent: unknown[] = [];
  const service = rangeService(
    'https://passwords.example/range/',
    (error) => silent.push(error),
    async () => {
      throw new Error('no network');
    },
  );
  expect(await service.isBreached('quiet-harbour-41-lanterns')).toBe(false);
  expect(silent).toHaveLength(1);
});
