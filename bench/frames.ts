import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BattleMap } from '@tokenholic/contracts';
import { readConfiguration, startProduct } from '@tokenholic/server';
import { chromium, type Page } from 'playwright-core';

// Frames of a map with sixty use cases in Chromium while it is filtered and zoomed, beside the same page at rest. There is no
// graphics card here (--disable-gpu): pixels are drawn by the processor too, so a customer's machine has more room than this one.

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
const large: BattleMap = {
  ...map,
  useCases: Array.from({ length: USE_CASES }, (_, index) => {
    const column = map.useCases[index % map.useCases.length];
    if (column === undefined) throw new Error('The sample has no use cases');
    const scale = 1 / (1 + index / 8);
    const times = <T extends { low: number; mid: number; high: number }>(range: T) => ({
      low: range.low * scale,
      mid: range.mid * scale,
      high: range.high * scale,
    });
    return {
      ...column,
      key: `${column.key}-${index}`,
      tokensPerYear: times(column.tokensPerYear),
      tiles: column.tiles.map((tile) => ({
        ...tile,
        key: `${tile.key}-${index}`,
        tokensPerYear: times(tile.tokensPerYear),
      })),
    };
  }),
};

const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
const page = await (await browser.newContext({ viewport: { width: 1_440, height: 900 } })).newPage();
await page.addInitScript(() => localStorage.setItem('tokenholic.language', 'zh'));
await page.route(`**${path}`, (route) =>
  route.fulfill({ json: large, headers: { etag: '"v1.r0"', 'content-type': 'application/json' } }),
);
await page.goto(`${address}/clients/${YUNXIU}/map`);
await page.locator('[data-tile]').first().waitFor();
await page.waitForTimeout(1_000);

/** Lengths of the frames while something happens, ms. */
async function framesDuring(happening: (page: Page) => Promise<void>): Promise<number[]> {
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
tell('at rest', await framesDuring((at) => at.waitForTimeout(2_000)));
tell(
  'filtering',
  await framesDuring(async (at) => {
    for (let turn = 0; turn < 6; turn += 1) {
      await at
        .getByRole('button', { name: /火山引擎/ })
        .first()
        .click();
      await at.waitForTimeout(250);
    }
  }),
);
tell(
  'zooming',
  await framesDuring(async (at) => {
    await at.locator('[data-tile]').first().hover();
    await at.keyboard.down('Control');
    for (let turn = 0; turn < 30; turn += 1) {
      await at.mouse.wheel(0, turn < 15 ? -40 : 40);
      await at.waitForTimeout(60);
    }
    await at.keyboard.up('Control');
  }),
);
await browser.close();
await stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
