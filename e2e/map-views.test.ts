import type { ResearchRun } from '@tokenholic/contracts';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESK, hasBrowser, type Look, PHONE, useStage } from './browser.ts';

const YUNXIU = '/clients/01990000-0000-7000-8000-000000000001/map';
const zh: Look = { language: 'zh', theme: 'light', ...DESK };

describe.skipIf(!hasBrowser)('views of a map', () => {
  const stage = useStage();

  test('a filter dims the rest in every picture, thins the table, and stands in the address', async () => {
    const page = await stage.open(YUNXIU, zh);
    await page.locator('[data-tile]').first().waitFor();
    await page
      .getByRole('button', { name: /火山引擎/ })
      .first()
      .click();
    await page.waitForURL(/provider=volcengine/);
    const bright = page.locator('[data-tile][data-dimmed="false"]');
    const labels = await bright.allInnerTexts();
    expect(labels.length).toBeGreaterThan(0);
    expect(labels.every((label) => label.includes('火山引擎'))).toBe(true);
    await page.getByRole('button', { name: '矩形树图' }).click();
    await page.locator('[data-tile][data-dimmed="false"]').first().waitFor();
    expect(await page.locator('[data-tile][data-dimmed="false"]').count()).toBe(labels.length);
    await page.getByRole('button', { name: '矩阵' }).click();
    const rows = page.locator('tbody tr');
    await rows.first().waitFor();
    const filtered = await rows.count();
    await page.getByRole('button', { name: /更多筛选/ }).click();
    await page.getByRole('menuitem', { name: '清除全部筛选' }).click();
    await expect.poll(() => rows.count()).toBeGreaterThan(filtered);
    expect(page.url()).not.toContain('provider');
  });

  test('zooming in gives names to tiles that were too small, and fitting shows all again', async () => {
    const page = await stage.open(YUNXIU, zh);
    const tiles = page.locator('[data-tile]');
    await tiles.first().waitFor();
    const drawn = () => page.locator('[data-tile] > span[aria-hidden]').count();
    const before = await drawn();
    for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: '放大' }).click();
    await expect.poll(drawn).toBeGreaterThan(before);
    await page.getByRole('button', { name: '恢复全图' }).click();
    await expect.poll(drawn).toBe(before);
  });

  test.each([
    'skyline',
    'treemap',
  ])('on a phone two fingers make the %s larger, and one carries it', async (view) => {
    const page = await stage.open(`${YUNXIU}?view=${view}`, { ...zh, ...PHONE });
    const frame = page.locator('[data-zoomed]');
    await page.locator('[data-tile]').first().waitFor();
    const box = await frame.boundingBox();
    if (box === null) throw new Error('There is no picture to touch');
    const middle = { x: box.x + box.width / 2, y: Math.min(780, box.y + 120) };
    const apart = (half: number) => [
      { x: middle.x - half, y: middle.y },
      { x: middle.x + half, y: middle.y },
    ];
    await touch(page, [40, 60, 80, 100, 120].map(apart));
    await page.locator('[data-zoomed="true"]').waitFor();
    const left = () => frame.evaluate((element) => element.scrollLeft);
    await expect.poll(left).toBeGreaterThan(0);
    const before = await left();
    const carried = [0, -20, -60, -100].map((by) => [{ x: middle.x + by, y: middle.y }]);
    await touch(page, carried);
    await expect.poll(left).toBeGreaterThan(before + 20);
    await page.getByRole('button', { name: '恢复全图' }).click();
    await page.locator('[data-zoomed="false"]').waitFor();
  });

  test('a run says which sources it reused and of when, and can be asked to read them again', async () => {
    const runs = `${stage.address}/api${YUNXIU.replace('/map', '/research-runs')}`;
    const { items }: { items: ResearchRun[] } = await (await fetch(`${runs}?limit=1`)).json();
    const [run] = items;
    if (run === undefined) throw new Error('The sample has a run');
    const readAt = new Date(Date.now() - 5 * 86_400_000).toISOString();
    const site = { id: 'website:x', kind: 'website' as const, label: 'www.yunxiu-drama.example' };
    const source = { ...site, status: 'reused' as const, pages: 12, code: null, message: null, readAt };
    const page = await stage.open('/', zh);
    await page.route(`**/research-runs/${run.id}`, (route) =>
      route.fulfill({ json: { ...run, sources: [source] } }),
    );
    await page.route('**/research-runs', (route) => route.fulfill({ status: 202, json: run }));
    await page.goto(`${stage.address}${YUNXIU.replace('/map', `/runs/${run.id}`)}`);
    await page.getByText('沿用 12 页，5天前读取').waitFor();
    const asked = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('button', { name: '仍新鲜的来源也重新读取' }).click();
    expect((await asked).postDataJSON()).toMatchObject({ reread: true });
  });

  test('an edit is undone and redone by key, and the history says who did what', async () => {
    const page = await stage.open(YUNXIU, zh);
    await page.locator('[data-tile]').first().waitFor();
    await page.locator('[data-tile]').first().click();
    await page.getByRole('button', { name: '修改估算' }).click();
    await page.getByLabel('年 Token 量').first().fill('90万亿');
    await page.keyboard.press('Enter');
    const edited = page.locator('[data-tile]').filter({ hasText: /90(\.0)? 万亿/ });
    await edited.first().waitFor();
    const enabled = (name: RegExp) => page.locator('button:enabled').and(page.getByRole('button', { name }));
    await page.locator('h1').click();
    await enabled(/撤销我的上一步/).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => edited.count()).toBe(0);
    await enabled(/^恢复（/).waitFor();
    await page.keyboard.press('Control+Shift+z');
    await edited.first().waitFor();
    await page.getByRole('button', { name: '修改记录' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/修改估算为 90(\.0)? 万亿/).waitFor();
    await dialog.getByRole('button', { name: '撤销' }).first().click();
    await dialog.getByText(/已撤销/).waitFor();
  });
});

/** Fingers on the screen, at one place after the other. */
async function touch(page: Page, places: { x: number; y: number }[][]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
  for (const [index, points] of places.entries())
    await session.send('Input.dispatchTouchEvent', {
      type: index === 0 ? 'touchStart' : 'touchMove',
      touchPoints: points.map((point, id) => ({ ...point, id })),
    });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
