import { describe, expect, test } from 'vitest';
import { DESK, hasBrowser, PHONE, useStage, violationsOn } from './browser.ts';

const YUNXIU = '/clients/01990000-0000-7000-8000-000000000001/map';

describe.skipIf(!hasBrowser)('a shared map', () => {
  const stage = useStage();

  test('a guest sees the picture and the passages, no prices, and nothing once it is taken back', async () => {
    const page = await stage.open(YUNXIU, { language: 'zh', theme: 'light', ...DESK });
    await page.locator('[data-tile]').first().waitFor();
    await page.getByRole('button', { name: '分享' }).click();
    await page.getByRole('button', { name: '创建链接' }).click();
    const address = await page.getByLabel(/链接只在这里显示一次/).inputValue();
    for (const [language, theme, size] of [
      ['zh', 'light', DESK],
      ['en', 'dark', PHONE],
    ] as const) {
      const guest = await stage.open(address.replace(stage.address, ''), { language, theme, ...size });
      await guest.locator('[data-tile]').first().click();
      await guest.locator('section li').first().waitFor();
      await guest.getByRole('button', { name: language === 'zh' ? '矩形树图' : 'Treemap' }).click();
      await guest.locator('[data-zoomed] [data-tile]').first().waitFor();
      expect(await guest.getByText('¥').count()).toBe(0);
      expect(await guest.getByRole('navigation').count()).toBe(0);
      expect(await violationsOn(guest)).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '分享' }).click();
    await page.getByText('查看 2 次').waitFor();
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByText('已撤回').waitFor();
    const late = await stage.open(address.replace(stage.address, ''), {
      language: 'zh',
      theme: 'light',
      ...DESK,
    });
    await late.getByRole('heading', { name: '链接打不开' }).waitFor();
  });
});
