import { describe, expect, test } from 'vitest';
import { DESK, hasBrowser, LOOKS, useStage, violationsOn } from './browser.ts';

const CLIENT = '/clients/01990000-0000-7000-8000-000000000001';
const MOBILITY = '/clients/01990000-0000-7000-8000-000000000005';
describe.skipIf(!hasBrowser)('findings', () => {
  const stage = useStage();

  test('a finding is rejected by key, the map follows, and another one is corrected', async () => {
    const page = await stage.open(`${CLIENT}/findings`, { language: 'zh', theme: 'light', ...DESK });
    const lines = page.getByRole('region', { name: '结论列表' }).getByRole('listitem');
    await lines.first().waitFor();
    await page.getByPlaceholder('按场景、供应商、模型或原文查找').fill('Veo');
    await expect.poll(() => lines.count()).toBe(1);
    await page.locator('mark').first().waitFor();
    expect(await page.locator('mark').first().innerText()).toContain('Veo');
    await page.locator('h2').first().click();
    await page.keyboard.press('x');
    await page.getByText('1 条审核结果尚未画进战图').waitFor();
    await page.getByRole('button', { name: '更正' }).click();
    await page.getByLabel('理由（选填）').fill('客户说已换成可灵');
    await page.getByLabel('模型名').fill('可灵 3.0');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('客户说已换成可灵').waitFor();
    await page.getByRole('button', { name: '更新战图' }).click();
    await page.getByText('战图正在按审核结果重画').waitFor();
    await page.goto(`${stage.address}${CLIENT}/map`);
    await page.locator('[data-tile]').filter({ hasText: '可灵 3.0' }).first().waitFor();
    expect(await page.locator('[data-tile]').filter({ hasText: 'Veo 3.1' }).count()).toBe(0);
  });

  test('filters narrow the list, a duplicate is read beside the finding, and a judgement takes its reason', async () => {
    const page = await stage.open(`${MOBILITY}/findings`, { language: 'zh', theme: 'light', ...DESK });
    const lines = page.getByRole('region', { name: '结论列表' }).getByRole('listitem');
    await lines.first().waitFor();
    const all = await lines.count();
    await page.getByLabel('按供应商筛选').selectOption({ index: 1 });
    await expect.poll(() => lines.count()).toBeLessThan(all);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByPlaceholder('按场景、供应商、模型或原文查找').fill('混元 T1');
    await page.getByRole('button', { name: '并排对照' }).first().click();
    await expect.poll(() => page.locator('[role=document]').count()).toBe(2);
    await page.locator('h2').first().click();
    await page.keyboard.press('v');
    await page.getByPlaceholder('理由（选填）').fill('客户当面确认');
    await page.getByRole('button', { name: '补充理由' }).click();
    await page.getByText('客户当面确认').waitFor();
    await page.getByText(/✦ 内置规则 \d+%/).waitFor();
  });

  test('a passage on the map leads to its finding', async () => {
    const page = await stage.open(`${CLIENT}/map`, { language: 'zh', theme: 'light', ...DESK });
    await page.locator('[data-tile]').filter({ hasText: '豆包语音' }).first().click();
    await page
      .getByRole('complementary')
      .getByText(/主力是豆包语音/)
      .first()
      .click();
    await page.getByRole('link', { name: '在研究结论里审核' }).click();
    await page.locator('h2').filter({ hasText: '豆包语音' }).waitFor();
  });

  test('asked why, the stored pages answer with the sentence in its place', async () => {
    const page = await stage.open(`${CLIENT}/findings`, { language: 'zh', theme: 'light', ...DESK });
    await page.getByPlaceholder(/为什么这么认为/).fill('夜间时段用什么模型');
    await page.keyboard.press('Enter');
    await page.locator('mark').filter({ hasText: 'Qwen3.6-Plus' }).waitFor();
    await page.getByRole('button', { name: '回到结论' }).click();
    await page.getByRole('region', { name: '结论列表' }).waitFor();
  });

  test.each(LOOKS.map((look) => [`${look.language}, ${look.theme}, ${look.width} px`, look] as const))(
    'the workbench has no accessibility violations and nothing sticks out (%s)',
    async (_name, look) => {
      const page = await stage.open(`${CLIENT}/findings`, look);
      await page.locator('li button').first().click();
      await page.locator('mark').first().waitFor();
      expect(await violationsOn(page)).toEqual([]);
      const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overhang).toBeLessThanOrEqual(0);
    },
    60_000,
  );
});
