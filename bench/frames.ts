import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BattleMap } from '@tokenholic/contracts';
import { readConfiguration, startProduct } from '@tokenholic/server';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { withUseCases } from './large-map.ts';

// Frames of a map with sixty use cases in Chromium while it is filtered and zoomed on a desk, and pinched and carried by fingers on a
// phone, in the skyline and in the treemap; beside the same page at rest. There is no graphics card here (--disable-gpu): pixels are drawn by the processor too, so a customer's machine has more room than this one.

const YUNXIU = '01990000-0000-7000-8000-000000000001';
const USE_CASES = 60;
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const out = (text: string) => process.stdout.write(`${text}\n`);
if (!existsSync(CHROMIUM)) {
  out('frames: no Chromium here, nothing measured');
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'tokenholic-bench-'));
const { address, stop } = await startProduct(
  readConfiguration({ PORT: '0', TOKENHOLIC_DATA: folder, TOKENHOLIC_LOG_LEVEL: 'silent' }, folder),
);
const path = `/api/clients/${YUNXIU}/map`;
let answer = await fetch(address + path);
while (!answer.ok) {
  await new Promise((resolve) => setTimeout(resolve, 200));
  answer = await fetch(address + path);
}
const map: BattleMap = await answer.json();
const large = withUseCases(map, USE_CASES);

const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
async function openMap(path: string, options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.addInitScript(() => localStorage.setItem('tokenholic.language', 'zh'));
  await page.route(`**/api/clients/${YUNXIU}/map`, (route) =>
    route.fulfill({ json: large, headers: { etag: '"v1.r0"', 'content-type': 'application/json' } }),
  );
  await page.goto(address + path);
  await page.locator('[data-tile]').first().waitFor();
  await page.waitForTimeout(1_000);
  return page;
}

/** Lengths of the frames while something happens, ms. */
async function framesDuring(page: Page, happening: (page: Page) => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const step = (now: number) => {
      frames.push(now - last);
      last = now;
      if (Reflect.get(window, 'measuring') === true) requestAnimationFrame(step);
    };
    Object.assign(window, { measuring: true, frames });
    requestAnimationFrame(step);
  });
  await happening(page);
  return page.evaluate(() => {
    Object.assign(window, { measuring: false });
    const frames: unknown = Reflect.get(window, 'frames');
    return Array.isArray(frames) ? frames.slice(1).map(Number) : [];
  });
}
const percentile = (values: number[], part: number) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;
let rest: number | null = null;
/** The display gives 60 frames a second; a frame that is late is one more interval long. */
function tell(name: string, frames: number[]): void {
  const p95 = percentile(frames, 0.95);
  rest ??= p95;
  out(
    `frames, ${name}: p50 ${percentile(frames, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (${(p95 / rest).toFixed(2)} of the page at rest), longest ${Math.max(...frames).toFixed(1)} ms, ${((100 * frames.filter((frame) => frame > 20).length) / frames.length).toFixed(0)} % over 20 ms`,
  );
}

out(`${USE_CASES} use cases, ${large.useCases.flatMap((column) => column.tiles).length} tiles`);
const rested = (at: Page) => at.waitForTimeout(2_000);
const filtered = async (at: Page) => {
  for (let turn = 0; turn < 6; turn += 1) {
    await at
      .getByRole('button', { name: /火山引擎/ })
      .first()
      .click();
    await at.waitForTimeout(250);
  }
};
const wheeled = async (at: Page) => {
  await at.locator('[data-tile]').first().hover();
  await at.keyboard.down('Control');
  for (let turn = 0; turn < 30; turn += 1) {
    await at.mouse.wheel(0, turn < 15 ? -40 : 40);
    await at.waitForTimeout(60);
  }
  await at.keyboard.up('Control');
};

/** Fingers on the picture, each a path of points; a step every frame or so, as a screen tells it. */
async function touch(at: Page, steps: number, fingers: (part: number) => { x: number; y: number }[]) {
  const session = await at.context().newCDPSession(at);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: touchPoints.map((point, id) => ({ ...point, id })),
    });
  await send('touchStart', fingers(0));
  for (let step = 1; step <= steps; step += 1) {
    await send('touchMove', fingers(step / steps));
    await at.waitForTimeout(16);
  }
  await send('touchEnd', []);
  await at.waitForTimeout(400);
}
/** Where the picture is on the screen of the phone. */
async function middleOf(at: Page): Promise<{ x: number; y: number }> {
  const box = await at.locator('[data-zoomed]').boundingBox();
  if (box === null) throw new Error('There is no picture to touch');
  const bottom = Math.min(844, box.y + box.height);
  return { x: box.x + box.width / 2, y: (Math.max(0, box.y) + bottom) / 2 };
}
const pinched = async (at: Page) => {
  const middle = await middleOf(at);
  for (const [from, to] of [
    [40, 150],
    [150, 60],
    [40, 150],
  ] as const)
    await touch(at, 40, (part) => {
      const half = from + (to - from) * part;
      const drift = 20 * part;
      return [
        { x: middle.x - half + drift, y: middle.y },
        { x: middle.x + half + drift, y: middle.y },
      ];
    });
};
const carried = async (at: Page) => {
  const middle = await middleOf(at);
  for (const reach of [-150, 150, -100])
    await touch(at, 40, (part) => [{ x: middle.x + reach * part, y: middle.y + (reach / 2) * part }]);
};
const scrolledBy = (at: Page) =>
  at.evaluate(() => {
    const frame = document.querySelector('[data-zoomed]');
    return `${Math.round(frame?.scrollLeft ?? -1)}, ${Math.round(frame?.scrollTop ?? -1)}`;
  });

const desk = { viewport: { width: 1_440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
for (const view of ['skyline', 'treemap'] as const) {
  const page = await openMap(`/clients/${YUNXIU}/map?view=${view}`, desk);
  rest = null;
  tell(`${view}, desk, at rest`, await framesDuring(page, rested));
  tell(`${view}, desk, filtering`, await framesDuring(page, filtered));
  tell(`${view}, desk, zooming by wheel`, await framesDuring(page, wheeled));
  await page.context().close();
  const small = await openMap(`/clients/${YUNXIU}/map?view=${view}`, phone);
  await small.locator('[data-zoomed]').evaluate((frame) => frame.scrollIntoView({ block: 'start' }));
  rest = null;
  tell(`${view}, phone, at rest`, await framesDuring(small, rested));
  tell(`${view}, phone, two fingers`, await framesDuring(small, pinched));
  const before = await scrolledBy(small);
  tell(`${view}, phone, one finger`, await framesDuring(small, carried));
  out(`the window on the picture went from ${before} to ${await scrolledBy(small)}`);
  await small.context().close();
}
await browser.close();
await stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
