import type { PersonaCard } from '@tokenholic/contracts';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, LOOKS, useStage, violationsOn } from './browser.ts';

describe.skipIf(!hasBrowser)('personas in the browser', () => {
  const stage = useStage();
  beforeAll(async () => {
    // Histories of the sample contacts are loaded after the maps.
    for (let tries = 0; tries < 600; tries += 1) {
      if ((await cards('')).filter(({ known }) => known > 9).length === 3) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('The sample personas were not worked out');
  });

  async function cards(search: string): Promise<PersonaCard[]> {
    const answer = await fetch(`${stage.address}/api/personas?search=${encodeURIComponent(search)}`);
    const { items }: { items: PersonaCard[] } = await answer.json();
    return items;
  }

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  test.each(
    LOOKS,
  )('a sample contact’s persona says why, is corrected and compared ($language, $theme, $width px)', async (look) => {
    const zh = look.language === 'zh';
    const page = await stage.open('/personas', look);
    await page.getByRole('link', { name: zh ? '许岚' : 'Ada Okafor' }).click();
    await press(page, zh ? '决策风格：依据' : 'Why: Decision style');
    const quote = page.locator('li', { hasText: '“' }).first();
    await quote.waitFor();
    expect(await quote.getByRole('link').getAttribute('href')).toMatch(/^\/contacts\/.+#activity-/);
    await page.locator('summary').first().click();
    expect(await violationsOn(page)).toEqual([]);

    // A person of ours knows better, and takes it back.
    await press(page, zh ? '修改决策风格' : 'Change: Decision style');
    await press(page, zh ? '分析型' : 'Analytical');
    const edited = page.getByText(zh ? /修改$/ : /^edited by/);
    await edited.waitFor();
    await page.locator('s', { hasText: zh ? '驱动型' : 'Driving' }).waitFor();
    await press(page, zh ? '修改决策风格' : 'Change: Decision style');
    await press(page, zh ? '恢复自动推断' : 'Back to what was worked out');
    await edited.waitFor({ state: 'detached' });

    await press(page, zh ? '对比' : 'Compare');
    const [beside] = await cards('高屹');
    await page.getByLabel(zh ? '右侧' : 'Right').selectOption(beside?.contactId ?? '');
    await page.getByRole('columnheader').nth(2).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  test('switched off on its page, a persona is gone; ⌘K and the contact’s page lead to it', async () => {
    const [person] = await cards('高屹');
    const page = await stage.open(`/contacts/${person?.contactId}`, {
      ...{ language: 'zh', theme: 'light', width: 1_440, height: 900 },
    });
    await page.getByText('分析型').waitFor();
    await page.getByRole('link', { name: '看画像' }).click();
    await press(page, '关闭画像并删除');
    await page.getByRole('dialog').getByRole('button', { name: '关闭画像并删除' }).click();
    await page.getByRole('button', { name: '打开画像' }).waitFor();
    expect((await cards('高屹'))[0]).toMatchObject({ allowed: false, activities: 0, known: 0 });
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Control+k');
    // The palette is loaded with the first time it opens.
    await page.getByRole('combobox').fill('客户画像');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '客户画像' }).waitFor();
    await page.getByText('画像已关闭').waitFor();
    await page.context().close();
  });
});
