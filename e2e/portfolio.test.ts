import { describe, expect, test } from 'vitest';
import { hasBrowser, LOOKS, useStage, violationsOn } from './browser.ts';

describe.skipIf(!hasBrowser)('the portfolio in the browser', () => {
  const stage = useStage();

  test.each(
    LOOKS,
  )('clients are gathered, narrowed and opened ($language, $theme, $width px)', async (look) => {
    const zh = look.language === 'zh';
    const page = await stage.open('/portfolio', look);
    const rows = page.locator('tbody tr');
    await rows.nth(4).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: zh ? '供应商' : 'Provider', exact: true }).click();
    await page.getByRole('button', { name: zh ? /腾讯云/ : /Tencent Cloud/ }).click();
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length < 5);
    expect(page.url()).toContain('provider=tencent');
    await page.getByRole('button', { name: zh ? '清除筛选' : 'Clear filters' }).click();
    await rows.nth(4).waitFor();
    await page.getByRole('button', { name: zh ? /年 Token 用量/ : /Tokens a year/ }).click();
    await page.getByRole('link', { name: '云岫短剧', exact: true }).click();
    await page.waitForURL(/\/clients\/.*\/map/);
    await page.context().close();
  });
});
