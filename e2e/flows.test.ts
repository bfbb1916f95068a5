import { describe, expect, test } from 'vitest';
import { DESK, hasBrowser, LOOKS, type Look, PHONE, useStage, violationsOn } from './browser.ts';

const YUNXIU = '/clients/01990000-0000-7000-8000-000000000001/map';
const describeLook = ({ language, theme, width }: Look) => `${language}, ${theme}, ${width} px`;
const zh: Look = { language: 'zh', theme: 'light', ...DESK };

describe.skipIf(!hasBrowser)('in the browser', () => {
  const stage = useStage();

  test.each(LOOKS.map((look) => [describeLook(look), look] as const))(
    'no screen has accessibility violations (%s)',
    async (_name, look) => {
      for (const path of ['/', YUNXIU, '/help', '/battlecards', '/settings', '/system', '/nowhere']) {
        const page = await stage.open(path, look);
        await page.locator('main :is(h1, p)').first().waitFor();
        if (path === YUNXIU) await page.locator('[data-tile]').first().click();
        expect([path, await violationsOn(page)]).toEqual([path, []]);
        await page.context().close();
      }
    },
    120_000,
  );

  test.each(LOOKS.map((look) => [describeLook(look), look] as const))(
    'matrix, dialogs and a finished run have none either (%s)',
    async (_name, look) => {
      const { items }: { items: { id: string }[] } = await (
        await fetch(`${stage.address}/api${YUNXIU.replace('/map', '')}/research-runs`)
      ).json();
      const run = await stage.open(`${YUNXIU.replace('/map', '')}/runs/${items[0]?.id}`, look);
      await run.locator('h1').waitFor();
      expect(['run', await violationsOn(run)]).toEqual(['run', []]);
      const page = await stage.open(YUNXIU, look);
      await page.locator('[data-tile]').first().waitFor();
      const matrix = look.language === 'zh' ? '矩阵' : 'Matrix';
      if (look.width === PHONE.width) {
        await page
          .getByRole('button', { name: look.language === 'zh' ? '更多操作' : 'More actions' })
          .click();
        await page.getByRole('menuitem', { name: matrix }).click();
      } else await page.getByRole('button', { name: matrix }).click();
      await page.locator('table').waitFor();
      expect(['matrix', await violationsOn(page)]).toEqual(['matrix', []]);
      await page.getByRole('button', { name: look.language === 'zh' ? '版本 1' : 'Version 1' }).click();
      await page.getByRole('dialog').waitFor();
      expect(['versions', await violationsOn(page)]).toEqual(['versions', []]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: look.language === 'zh' ? '添加场景' : 'Add use case' }).click();
      await page.getByRole('dialog').waitFor();
      expect(['add', await violationsOn(page)]).toEqual(['add', []]);
    },
    120_000,
  );

  test.each([DESK, PHONE].map((size) => [size.width, size] as const))(
    'a company typed in becomes a map while one watches (%i px)',
    async (width, size) => {
      const page = await stage.open('/', { ...zh, ...size });
      await page.getByPlaceholder('例如：快手、云岫短剧').fill(`青禾生鲜 ${width}`);
      await page.getByText('补充资料').click();
      await page
        .getByLabel('您已经知道的')
        .fill('青禾生鲜的智能客服使用豆包 2.0 Pro，日均 3 万次会话。导购使用 Qwen3.6-Plus。');
      await page.getByText('同时查找公开来源').click();
      await page.getByRole('button', { name: '开始研究' }).click();
      await page
        .getByRole('link', { name: '打开战图' })
        .or(page.locator('[data-tile]').first())
        .first()
        .waitFor();
      const open = page.getByRole('link', { name: '打开战图' });
      if (await open.isVisible()) await open.click();
      await page.locator('[data-tile]').first().waitFor();
      expect(await page.locator('h1').innerText()).toContain('青禾生鲜');
      expect(await page.locator('[data-tile]').count()).toBe(2);
    },
    60_000,
  );

  test('an edited estimate changes the headline at once and can be restored', async () => {
    const page = await stage.open(YUNXIU, zh);
    await page.locator('[data-tile]').first().waitFor();
    const before = await page.locator('h1').innerText();
    await page.locator('[data-tile]').first().click();
    await page.getByRole('button', { name: '修改估算' }).click();
    await page.getByLabel('年 Token 量').fill('90万亿');
    await page.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => page.locator('h1').innerText()).not.toBe(before);
    await page.getByRole('button', { name: /还原为/ }).click();
    await expect.poll(() => page.locator('h1').innerText()).toBe(before);
  });

  test('two people editing one map meet in the merge view and nothing is lost', async () => {
    const [first, second] = [await stage.open(YUNXIU, zh), await stage.open(YUNXIU, zh)];
    for (const page of [first, second]) {
      await page.locator('[data-tile]').first().waitFor();
      await page.locator('[data-tile]').first().click();
    }
    // The second person's line is down, so that the first one's edit stays unseen.
    await second.context().setOffline(true);
    await first.getByLabel('写一条备注').fill('客户周五复核');
    await first.getByRole('button', { name: '添加备注' }).click();
    await first.getByText('客户周五复核').first().waitFor();
    await second.getByLabel('写一条备注').fill('我也有一条');
    await second.context().setOffline(false);
    await second.getByRole('button', { name: '添加备注' }).click();
    const both = second.getByText('我也有一条');
    await second.getByRole('button', { name: '在新版上应用我的修改' }).or(both.first()).first().waitFor();
    const apply = second.getByRole('button', { name: '在新版上应用我的修改' });
    if (await apply.isVisible()) await apply.click();
    await second.getByText('客户周五复核').first().waitFor();
    await both.first().waitFor();
  });

  test('arrow keys walk over the tiles, Enter opens one and Escape closes it', async () => {
    const page = await stage.open(YUNXIU, zh);
    const tiles = page.locator('[data-tile]');
    await tiles.first().focus();
    await page.keyboard.press('ArrowRight');
    const reached = await page.evaluate(() => document.activeElement?.getAttribute('data-tile'));
    expect(reached).not.toBe(await tiles.first().getAttribute('data-tile'));
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
  });

  test('a quote opens its stored page with the passage marked', async () => {
    const page = await stage.open(YUNXIU, { ...zh, language: 'en' });
    await page.locator('[data-tile]').first().click();
    await page.getByRole('complementary').locator('li button').first().click();
    expect((await page.locator('mark').innerText()).length).toBeGreaterThan(5);
  });

  test('language, theme and the person one looks as are one menu away', async () => {
    const page = await stage.open('/', zh);
    await page.getByRole('button', { name: /^菜单/ }).first().click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await expect.poll(() => page.locator('h1').innerText()).toContain("What does a client's AI consume");
    await page.getByRole('button', { name: /^Menu/ }).first().click();
    await page.getByRole('menuitem', { name: 'Su Ran' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Start research' }).isDisabled()).toBe(true);
    await expect.poll(() => page.locator('main li').count()).toBe(1);
  });

  test('the command palette finds a client by its name', async () => {
    const page = await stage.open('/', zh);
    await page.locator('h1').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('搜索客户、操作、页面').fill('北辰');
    await page.keyboard.press('Enter');
    await page.waitForURL(/000000000003\/map/);
  });
});
