import { describe, expect, test } from 'vitest';
import { hasBrowser, useStage } from './browser.ts';

const client = '/clients/01990000-0000-7000-8000-000000000001';
const DEAL = /^\/deals\/[0-9a-f-]{36}$/;
const PLACES = [
  ...['/', `${client}/map`, `${client}/compare`, `${client}/scenarios`, `${client}/findings`],
  ...[`${client}/profile`, `${client}/requirements`, `${client}/solutions`, '/solutions', '/knowledge'],
  ...['/deals', '/deals?view=table', '/deals?view=forecast', '/deals?view=analysis', '/deals/import'],
  ...['/portfolio', '/objections', '/battlecards', '/import', '/copilot', '/roleplay'],
  ...['/approvals', '/approvals/rules', '/performance', '/performance?tab=team'],
  ...['/settings', '/help', '/system'],
];
// A phone, the narrowest width that WCAG 1.4.10 names, and a 1440 px screen with text at 200 % (1.4.4).
const SIZES = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
  { width: 720, height: 450 },
];

describe.skipIf(!hasBrowser)('narrow screens and large text', () => {
  const stage = useStage();

  test.each(SIZES)('no page can be pushed sideways at $width px', async (size) => {
    const pushed: string[] = [];
    // English has the longer words.
    const page = await stage.open('/', { language: 'en', theme: 'light', ...size });
    await page.goto(`${stage.address}/deals?view=table`, { waitUntil: 'networkidle' });
    const links = await page.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    const deals = [...new Set(links)].filter((href) => DEAL.test(href)).slice(0, 4);
    expect(deals).toHaveLength(4);
    for (const place of [...PLACES, ...deals]) {
      await page.goto(stage.address + place, { waitUntil: 'networkidle' });
      const sideways = await page.evaluate(() => {
        window.scrollTo(400, 0);
        return window.scrollX;
      });
      if (sideways > 0) pushed.push(`${place} by ${sideways} px`);
    }
    await page.context().close();
    expect(pushed).toEqual([]);
  });
});
