import { describe, expect, test } from 'vitest';
import { DESK, hasBrowser, PHONE, useStage, violationsOn } from './browser.ts';

const TABLE = [
  '公司名称,官网,备注',
  '澜舟出行,,澜舟出行的智能客服使用 Qwen3-Max。',
  '云岫短剧,,已有客户',
  ',https://nobody.example,',
  '澜舟 出行,,重复',
].join('\n');

describe.skipIf(!hasBrowser)('importing companies', () => {
  const stage = useStage();

  test('a pasted table is previewed, its good lines are created once, the others say why not', async () => {
    const page = await stage.open('/import', { language: 'zh', theme: 'light', ...DESK });
    await page.getByLabel('或直接粘贴表格').fill(TABLE);
    await page.getByText('2 家可以导入，2 行有问题').waitFor();
    await page.getByText('没有企业名称').waitFor();
    await page.getByText('与第 2 行重复').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: '导入并研究 2 家' }).click();
    await page.getByText('已有同名客户，已跳过').waitFor();
    await page.getByText('完成：1 家已创建，1 家已存在，0 家失败').waitFor();
    await page.getByRole('link', { name: '查看' }).click();
    await page.waitForURL(/\/clients\//);
  });

  test('a file that is no text is told, and an English reader on a phone sees the same', async () => {
    const page = await stage.open('/import', { language: 'en', theme: 'dark', ...PHONE });
    await page.getByLabel('Choose a CSV file').setInputFiles({
      name: 'companies.xlsx.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0xff, 0xfe]),
    });
    await page.getByText('This file cannot be read').waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });
});
