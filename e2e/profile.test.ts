import { describe, expect, test } from 'vitest';
import { hasBrowser, LOOKS, useStage, violationsOn } from './browser.ts';

describe.skipIf(!hasBrowser)('the company behind the map, in the browser', () => {
  const stage = useStage();

  test.each(
    LOOKS,
  )('a statement is traced, added and struck out ($language, $theme, $width px)', async (look) => {
    const zh = look.language === 'zh';
    const page = await stage.open('/clients/01990000-0000-7000-8000-000000000004/profile', look);
    await page
      .getByText(/freight forwarder/)
      .first()
      .waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'About Harbourline Logistics' }).first().click();
    await page.locator('mark', { hasText: 'headquartered in Rotterdam' }).waitFor();
    await page.keyboard.press('Escape');
    const said = `Twelve warehouses, ${look.width} ${look.language}`;
    await page.getByRole('button', { name: zh ? '补充：规模' : 'Add to: Size' }).click();
    await page.keyboard.type(said);
    await page.keyboard.press('Control+Enter');
    await page.getByText(said).waitFor();
    await page.reload();
    await page.getByText(said).waitFor();
    await page.context().close();
  });
});
