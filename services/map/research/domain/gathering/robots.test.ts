import { expect, test } from 'vitest';
import { parseRobots } from './robots.ts';

const allowed = (robots: string, path: string, agent = 'tokenholicbot') =>
  parseRobots(robots, agent).isAllowed(path);

test('the longest matching rule decides, and allow wins a tie', () => {
  const robots = 'User-agent: *\nDisallow: /blog\nAllow: /blog/ai\nDisallow: /x\nAllow: /x';
  expect([allowed(robots, '/blog/hr'), allowed(robots, '/blog/ai-at-work'), allowed(robots, '/x')]).toEqual([
    false,
    true,
    true,
  ]);
});

test('rules for us go before rules for all, wherever they stand', () => {
  const robots = 'User-agent: *\nDisallow: /\n\nUser-agent: TokenholicBot/1.0\nDisallow: /private\n';
  expect([
    allowed(robots, '/about'),
    allowed(robots, '/private/x'),
    allowed(robots, '/about', 'otherbot'),
  ]).toEqual([true, false, false]);
});

test('stars and the end mark are understood, and a hostile pattern does not hang', () => {
  expect(allowed('User-agent: *\nDisallow: /*.pdf$', '/files/report.pdf')).toBe(false);
  expect(allowed('User-agent: *\nDisallow: /*.pdf$', '/files/report.pdf?page=2')).toBe(true);
  expect(allowed(`User-agent: *\nDisallow: /${'*a'.repeat(2_000)}$`, `/${'a'.repeat(3_000)}b`)).toBe(true);
});

test('an empty file and a file of rubbish allow everything', () => {
  expect(allowed('', '/any')).toBe(true);
  expect(allowed('<!doctype html><html>not found</html>', '/any')).toBe(true);
});

test('sitemaps are found in any group', () => {
  expect(parseRobots('Sitemap: https://a.example/s.xml\nUser-agent: *\nDisallow:', 'x').sitemaps).toEqual([
    'https://a.example/s.xml',
  ]);
});
