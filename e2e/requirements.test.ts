import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser, LOOKS, useStage, violationsOn } from './browser.ts';

async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
}

describe.skipIf(!hasBrowser)('requirements in the browser', () => {
  const stage = useStage();

  test.each(
    LOOKS,
  )('a draft goes out by link and comes back with answers ($language, $theme, $width px)', async (look) => {
    const zh = look.language === 'zh';
    const place = '/clients/01990000-0000-7000-8000-000000000004/requirements';
    const page = await stage.open(place, look);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
    await press(zh ? '新建草稿' : 'New draft');
    await page
      .locator('textarea')
      .first()
      .fill(zh ? '贵司做货运代理。' : 'You are a freight forwarder.');
    await press(zh ? '保存' : 'Save');
    await expectAccessible(page);
    await page.locator('button:not([disabled])', { hasText: zh ? '发送链接' : 'Send by link' }).click();
    await press(zh ? '生成链接' : 'Make the link');
    const link = await page.locator('input[readonly]').inputValue();
    await press(zh ? '完成' : 'Done');

    const guest = await stage.open(new URL(link).pathname, look);
    await guest
      .getByText(zh ? '正确' : 'Right', { exact: true })
      .first()
      .click();
    await guest
      .locator('textarea')
      .first()
      .fill(zh ? '周一到周五' : 'Monday to Friday');
    await expectAccessible(guest);
    await guest.getByRole('button', { name: zh ? '提交' : 'Return', exact: true }).click();
    await guest.getByText(zh ? '请填写姓名' : 'Please give your name').waitFor();
    await guest.locator('input[autocomplete="name"]').fill('周敏');
    await guest.getByRole('button', { name: zh ? '提交' : 'Return', exact: true }).click();
    await guest.getByText(zh ? '感谢您的确认' : 'Thank you').waitFor();
    await guest.context().close();

    await page.reload();
    await page.getByText(zh ? /周敏 于 .* 交回/ : /Returned by 周敏/).waitFor();
    await page
      .getByText(zh ? '✓ 正确' : '✓ Right')
      .first()
      .waitFor();
    await page.context().close();
  });
});
