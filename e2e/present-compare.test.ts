import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, hasBrowser, type Look, openStage, PHONE, type Stage, violationsOn } from './browser.ts';

const CLIENT = '/clients/01990000-0000-7000-8000-000000000002';
const zh: Look = { language: 'zh', theme: 'light', ...DESK };
const en: Look = { language: 'en', theme: 'dark', ...PHONE };

describe.skipIf(!hasBrowser)('presenting and comparing', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

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

  test('a moved assumption moves scenarios and money, and stands in the address', async () => {
    const page = await stage.open(`${CLIENT}/scenarios`, zh);
    const base = page.locator('dl .marked');
    const before = await base.innerText();
    await page.getByLabel('谈下的折扣').focus();
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
    await page.waitForURL(/discount=0.2/);
    await expect.poll(() => base.innerText()).not.toBe(before);
    expect(await violationsOn(page)).toEqual([]);
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
