import { beforeAll, describe, expect, test } from 'vitest';
import { DESK, hasBrowser, LOOKS, type Look, PHONE, useStage, violationsOn } from './browser.ts';

const YUNXIU = '01990000-0000-7000-8000-000000000001';
const NORTHGATE = '01990000-0000-7000-8000-000000000002';
const zh: Look = { language: 'zh', theme: 'light', ...DESK };

describe.skipIf(!hasBrowser)('the workspace in the browser', () => {
  const stage = useStage();
  beforeAll(async () => {
    // The map is drawn a moment before the workspace has read all of its events.
    for (let tries = 0; tries < 100; tries += 1) {
      const answer = await fetch(`${stage.address}/api/copilot/clients`);
      const { items }: { items: { opportunity: number | null }[] } = await answer.json();
      if (items.length === 5 && items.every(({ opportunity }) => opportunity !== null)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The workspace did not read the events of the sample clients');
  });

  test.each(LOOKS.map((look) => [`${look.language}, ${look.theme}, ${look.width} px`, look] as const))(
    'has no accessibility violations, nor have its dialogs (%s)',
    async (_name, look) => {
      const tabs = look.width === PHONE.width ? ['', '&tab=clients', '&tab=client'] : [''];
      for (const tab of tabs) {
        const page = await stage.open(`/copilot?client=${NORTHGATE}${tab}`, look);
        await page.getByText('Northgate Bank').filter({ visible: true }).first().waitFor();
        expect([tab, await violationsOn(page)]).toEqual([tab, []]);
        if (tab !== tabs.at(-1)) {
          await page.context().close();
          continue;
        }
        for (const name of look.language === 'zh'
          ? ['写邮件', '交接', '升级']
          : ['Email', 'Hand off', 'Escalate']) {
          await page.getByRole('button', { name, exact: true }).filter({ visible: true }).click();
          await page.getByRole('dialog').waitFor();
          expect([name, await violationsOn(page)]).toEqual([name, []]);
          await page.keyboard.press('Escape');
          await page.getByRole('dialog').waitFor({ state: 'detached' });
        }
        await page.context().close();
      }
    },
    120_000,
  );

  test('search narrows the list, and a filter can be kept as a view and taken away', async () => {
    const page = await stage.open('/copilot', zh);
    const rows = page
      .getByRole('complementary', { name: '客户' })
      .locator('li button[class*="grid-cols-[36px"]');
    await expect.poll(() => rows.count()).toBe(5);
    await page.keyboard.press('/');
    await page.keyboard.type('北辰');
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByRole('button', { name: '筛选与视图' }).click();
    await page.getByLabel('给这个视图起名').fill('医药');
    await page.getByRole('button', { name: '保存视图' }).click();
    const view = page.getByRole('button', { name: '医药', exact: true });
    await view.waitFor();
    await view.click();
    await expect.poll(() => rows.count()).toBe(5);
    await page.getByRole('button', { name: '删除视图“医药”' }).click();
    await view.waitFor({ state: 'detached' });
  });

  test('a sentence of the summary leads to its event', async () => {
    const page = await stage.open('/copilot', zh);
    const summary = page.getByRole('region', { name: '离开期间' });
    await summary.getByRole('button').first().click();
    await expect
      .poll(() => page.locator('[id^="event-"] .outline-mark, [id^="event-"] .bg-mark-soft').count())
      .toBeGreaterThan(0);
  });

  test('an event of somebody else shows without reloading, and an escalation is announced', async () => {
    const page = await stage.open(`/copilot?client=${YUNXIU}`, zh);
    await page.getByText('实时', { exact: true }).waitFor();
    await fetch(`${stage.address}/api/clients/${YUNXIU}/copilot/tasks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ id: '01970000-0000-7000-8000-00000000e0e1', title: '客户要求今天回电', reason: '' },
        ...{ dueAt: null, escalation: true },
      }),
    });
    await page.getByRole('heading', { name: '升级：客户要求今天回电' }).waitFor();
    await page.locator('[data-sonner-toast]').getByText('客户要求今天回电').waitFor();
  });

  test('a colleague who looks at the same client is seen in the list and on its page, until they wish not to be', async () => {
    const page = await stage.open(`/copilot?client=${YUNXIU}`, zh);
    const colleague = await stage.open('/settings/notices', { ...zh, language: 'en' });
    const zhou = '01970000-0000-7000-8000-0000000000d2';
    await colleague.context().addCookies([{ name: 'tokenholic_demo_user', value: zhou, url: stage.address }]);
    await colleague.goto(`${stage.address}/copilot?client=${YUNXIU}`);
    const faces = page.getByRole('img', { name: '周衡正在看这个客户' });
    await expect.poll(() => faces.count()).toBe(2);
    const other = await colleague.context().newPage();
    await other.goto(`${stage.address}/settings/notices`);
    await other.getByLabel('Appear offline').check();
    await other.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => faces.count()).toBe(0);
  });

  test('the centre narrows to what is critical and unread, and a key marks it as read', async () => {
    const page = await stage.open('/copilot', zh);
    await page
      .getByRole('region', { name: '通知' })
      .getByRole('button', { name: '全部', exact: true })
      .click();
    const centre = page.getByRole('dialog');
    await centre.getByLabel('级别').selectOption({ label: '紧急' });
    await centre.getByRole('button', { name: /只看未读/ }).click();
    const lines = centre.locator('[data-notice]');
    await expect.poll(() => lines.count()).toBe(1);
    await lines.first().focus();
    await page.keyboard.press('r');
    await centre.getByText('没有符合条件的通知').waitFor();
  });

  test('the settings of notifications keep what is chosen, on a desk and on a phone', async () => {
    for (const look of [zh, { ...zh, language: 'en' as const, theme: 'dark' as const, ...PHONE }]) {
      const page = await stage.open('/settings/notices', look);
      await page.getByRole('table').waitFor();
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    const page = await stage.open('/settings/notices', zh);
    await page.getByLabel('每天有一段时间不打扰我').check();
    await page.getByLabel('屏幕弹出：研究').uncheck();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已保存', { exact: true }).waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel('屏幕弹出：研究').isChecked()).toBe(false);
    expect(await page.getByLabel('从', { exact: true }).inputValue()).toBe('22:00');
  });

  test('the first task is dismissed by keys alone and is gone', async () => {
    const page = await stage.open('/copilot', zh);
    const tasks = page.getByRole('region', { name: '今天最重要的事' }).locator('li');
    await tasks.first().waitFor();
    const title = await tasks.first().locator('span').nth(2).innerText();
    await page.keyboard.press('x');
    await page.getByLabel('为什么不做？').fill('客户已经回电');
    await page.getByRole('dialog').getByRole('button', { name: '忽略', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => tasks.first().locator('span').nth(2).innerText()).not.toBe(title);
  });

  test('what waits for a yes is walked and answered by keys alone, and what people reached is shown', async () => {
    const page = await stage.open('/approvals', zh);
    const inbox = page.getByRole('region', { name: '审批', exact: true });
    const rows = inbox.locator('li[id^="approval-"]');
    await expect.poll(() => rows.count()).toBe(2);
    await inbox.getByText('已升级').waitFor();
    await page.getByRole('article').getByRole('timer').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('j');
    await rows.nth(1).locator('[aria-current="true"]').waitFor();
    await page.keyboard.press('a');
    await page.getByLabel('附言（选填）').fill('可以');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => rows.count()).toBe(1);
    const phone = await stage.open('/performance', { ...zh, ...PHONE });
    await phone.getByRole('heading', { name: '赢单金额' }).waitFor();
    await phone.getByText('人数不足').first().waitFor();
    expect(await violationsOn(phone)).toEqual([]);
  });

  test('a client is handed over once its checklist is complete, and its stage moves', async () => {
    const page = await stage.open(`/copilot?client=${NORTHGATE}`, { ...zh, language: 'en' });
    await page.getByRole('button', { name: 'Hand off', exact: true }).click();
    const dialog = page.getByRole('dialog');
    const accept = dialog.getByRole('button', { name: 'Take over', exact: true });
    await accept.waitFor();
    expect(await accept.isDisabled()).toBe(true);
    const items = dialog.getByRole('group', { name: 'Hand-off checklist' }).getByRole('checkbox');
    const all = await items.count();
    for (let index = 0; index < all; index += 1) {
      await items.nth(index).click();
      await expect.poll(() => items.nth(index).isChecked()).toBe(true);
    }
    await accept.click();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('[aria-current="step"]').innerText()).toContain('Onboarding');
  });

  test('a draft is written, edited, kept and taken back', async () => {
    const page = await stage.open(`/copilot?client=${YUNXIU}`, zh);
    await page.getByRole('button', { name: '写邮件' }).click();
    await page.getByLabel('想说什么？（选填）').fill('约下周做一次演示');
    await page.getByRole('button', { name: '起草', exact: true }).click();
    const body = page.getByLabel('正文');
    await expect.poll(() => body.inputValue()).toContain('约下周做一次演示');
    await body.fill('各位好，周二见。');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已修改', { exact: true }).waitFor();
    await page.getByRole('button', { name: '还原' }).click();
    await expect.poll(() => body.inputValue()).toContain('约下周做一次演示');
  });
});
