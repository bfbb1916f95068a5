import type { BattleMap, Sticker } from '@tokenholic/contracts';
import { describe, expect, test } from 'vitest';
import { DESK, hasBrowser, type Look, PHONE, useStage, violationsOn } from './browser.ts';

const CLIENT = '/clients/01990000-0000-7000-8000-000000000002';
const zh: Look = { language: 'zh', theme: 'light', ...DESK };
const en: Look = { language: 'en', theme: 'dark', ...PHONE };

describe.skipIf(!hasBrowser)('presenting and comparing', () => {
  const stage = useStage();

  test('a presentation goes step by step with arrow keys, shows notes, and ends with Escape', async () => {
    const page = await stage.open(`${CLIENT}/map`, zh);
    await page.locator('[data-tile]').first().waitFor();
    await page.getByRole('button', { name: '演示' }).click();
    const stageOfTalk = page.getByRole('dialog', { name: '演示' });
    await stageOfTalk.getByText('第 1 步').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await stageOfTalk.locator('[data-tile]').first().waitFor();
    await page.keyboard.press('n');
    await stageOfTalk.getByRole('complementary', { name: '讲稿' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await stageOfTalk.locator('[data-dimming="true"]').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await stageOfTalk.waitFor({ state: 'detached' });
  });

  test('a sticker is written, dragged, moved by keys, taken off and brought back, and goes along or not', async () => {
    const api = `${stage.address}/api${CLIENT}`;
    const first = async (): Promise<Sticker | undefined> => {
      const map: BattleMap = await (await fetch(`${api}/map`)).json();
      return map.stickers?.[0];
    };
    const page = await stage.open(`${CLIENT}/map`, zh);
    await page.locator('[data-tile]').first().waitFor();
    await page.getByRole('button', { name: '贴便签' }).click();
    await page.getByLabel('写什么').fill('周五前请客户核对这一列');
    await page.locator('label').filter({ hasText: '粉' }).click();
    await page.getByRole('button', { name: '贴上' }).click();
    const sticker = page.locator('[data-sticker]');
    await sticker.waitFor();
    const box = await sticker.boundingBox();
    const goal = await page.locator('[data-tile]').first().boundingBox();
    if (box === null || goal === null) throw new Error('nothing to drag, or nowhere to drag it');
    await page.mouse.move(box.x + 20, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(goal.x + 80, goal.y + 60, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await first())?.place.anchor ?? null).not.toBeNull();
    const dragged = await first();
    // A drag is no press: no dialog has opened.
    expect(await page.getByRole('dialog').count()).toBe(0);
    await sticker.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await first())?.place.y).toBeGreaterThan((dragged?.place.y ?? 1) + 0.03);
    expect(await violationsOn(page)).toEqual([]);
    const phone = await stage.open(`${CLIENT}/map`, { ...zh, ...PHONE });
    await phone.locator('[data-sticker]').click();
    await phone.getByRole('dialog').getByText('编辑便签').waitFor();
    expect(await violationsOn(phone)).toEqual([]);
    await page.getByRole('button', { name: '矩形树图' }).click();
    const tile = await page.locator('[data-tile]').last().boundingBox();
    const pinned = await sticker.boundingBox();
    if (tile === null || pinned === null) throw new Error('nothing to drag on the treemap, or nowhere');
    const before = (await first())?.place.anchor;
    await page.mouse.move(pinned.x + 20, pinned.y + 10);
    await page.mouse.down();
    await page.mouse.move(tile.x + tile.width / 2 - 48, tile.y + tile.height / 2, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await first())?.place.anchor).not.toBe(before);
    const there = await first();
    await sticker.focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(async () => (await first())?.place).not.toEqual(there?.place);
    expect(await violationsOn(page)).toEqual([]);
    const picture = async (query: string) => (await fetch(`${api}/map/export/svg?${query}`)).text();
    expect(await picture('')).toContain('周五前请客户核对');
    expect(await picture('view=treemap')).toContain('周五前请客户核对');
    expect(await picture('stickers=false')).not.toContain('周五前请客户核对');
    await sticker.focus();
    await page.keyboard.press('Delete');
    await sticker.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await sticker.waitFor();
  });

  test('a moved assumption moves scenarios and money, and stands in the address', async () => {
    const page = await stage.open(`${CLIENT}/scenarios`, zh);
    const base = page.locator('dl .marked');
    const before = await base.innerText();
    await page.getByLabel('谈下的折扣').focus();
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
    await page.waitForURL(/discount=0.2/);
    await expect.poll(() => base.innerText()).not.toBe(before);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: /^承诺用量/ }).click();
    await page.waitForURL(/committed=0.6/);
    await page.getByRole('button', { name: '恢复默认' }).click();
    await expect.poll(() => base.innerText()).toBe(before);
    const phone = await stage.open(`${CLIENT}/scenarios?growth=2`, en);
    await phone.getByRole('img').waitFor();
    expect(await violationsOn(phone)).toEqual([]);
    const overhang = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overhang).toBeLessThanOrEqual(0);
  });

  test('after a review the two versions are compared, with what left and why', async () => {
    const api = `${stage.address}/api${CLIENT}`;
    const workbench: { items: { finding: { key: string; standing: string; providerId: string | null } }[] } =
      await (await fetch(`${api}/findings/workbench`)).json();
    const wrong = workbench.items.find(
      ({ finding }) => finding.standing === 'current' && finding.providerId !== null,
    );
    const headers = { 'content-type': 'application/json' };
    await fetch(`${api}/findings/review`, {
      method: 'PUT',
      headers,
      body: JSON.stringify({
        key: wrong?.finding.key,
        review: { decision: 'rejected', reason: '客户否认' },
      }),
    });
    await fetch(`${api}/findings/apply`, { method: 'POST' });
    await expect
      .poll(async () => {
        const { items }: { items: unknown[] } = await (await fetch(`${api}/map/versions`)).json();
        return items.length;
      })
      .toBe(2);
    const page = await stage.open(`${CLIENT}/map`, zh);
    await page.getByRole('button', { name: '版本 2' }).click();
    await page.getByLabel('自动重新研究').selectOption('week');
    await page.getByText(/下一次：/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('link', { name: '对比版本' }).click();
    await page.getByText('最新一次研究没有再找到它').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    const phone = await stage.open(`${CLIENT}/compare?from=1&to=2`, en);
    await phone.locator('tbody tr').first().waitFor();
    expect(await violationsOn(phone)).toEqual([]);
    const same = await stage.open(`${CLIENT}/compare?from=1&to=1`, zh);
    await same.getByText('请选择两个不同的版本').waitFor();
  });
});
