import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { totp } from '@tokenholic/identity/testing';
import { type RunningProduct, readConfiguration, startProduct } from '@tokenholic/server';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, hasBrowser, LOOKS, type Look, useBrowser, violationsOn } from './browser.ts';

const zh: Look = { language: 'zh', theme: 'light', ...DESK };
const en: Look = { ...zh, language: 'en' };
const OWNER = { email: 'lin.pei@vendor.example', password: 'quiet-harbour-41-lanterns' };
const MOVED = { code: 'kit.organization_departed', message: {}, details: { address: 'https://own.example' } };
const MIA = { email: 'mia@harbourline.example', password: 'seven-lighthouses-in-fog' };

describe.skipIf(!hasBrowser)('accounts in the browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokenholic-accounts-'));
  let running: RunningProduct;
  beforeAll(async () => {
    const environment = { PORT: '0', TOKENHOLIC_DATA: folder, TOKENHOLIC_LOG_LEVEL: 'silent' };
    const own = { TOKENHOLIC_DEMO: 'false', TOKENHOLIC_EMBEDDINGS: 'off' };
    running = await startProduct(readConfiguration({ ...environment, ...own }, folder));
  });
  const open = useBrowser(() => running.address);
  afterAll(async () => {
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function fill(page: Page, values: Record<string, string>): Promise<void> {
    for (const [label, value] of Object.entries(values))
      await page.getByLabel(label, { exact: true }).fill(value);
  }

  async function signIn(page: Page, person: { email: string; password: string }): Promise<void> {
    await fill(page, { 邮箱: person.email, 密码: person.password });
    await page.getByRole('button', { name: '登录', exact: true }).click();
  }

  /** The newest link to a page that the outbox holds, as a path: the server's port is not the one it was told. */
  async function linkFromOutbox(owner: Page, to: string, page: string): Promise<string> {
    await owner.goto(`${running.address}/outbox`);
    const mail = owner
      .locator('details')
      .filter({ hasText: to })
      .filter({ hasText: `/${page}?` })
      .first();
    await mail.locator('summary').click();
    const link = new URL((await mail.getByRole('link').getAttribute('href')) ?? '');
    return link.pathname + link.search;
  }

  test('whoever reads the server’s log makes the first account and is in', async () => {
    const page = await open('/copilot', zh);
    await page.getByText('系统还没有所有者').waitFor();
    expect(page.url()).toContain('/sign-in');
    await page.goto(`${running.address}/sign-up?setup=${running.product.accounts?.setupCode}`);
    await fill(page, { 姓名: '林佩', 公司或组织: '云上销售', 邮箱: OWNER.email, 密码: 'password1234' });
    await page.getByRole('button', { name: '创建账号' }).click();
    await page.getByText('过于常见').waitFor();
    await fill(page, { 密码: OWNER.password });
    await page.getByRole('button', { name: '创建账号' }).click();
    await page.getByPlaceholder('例如：快手、云岫短剧').waitFor();
  }, 180_000);

  test('somebody signs up, verifies the address, forgets the password and sets a new one', async () => {
    const owner = await open('/sign-in?next=%2Foutbox', zh);
    await signIn(owner, OWNER);
    await owner.getByRole('heading', { name: '发件箱' }).waitFor();
    const page = await open('/sign-up', en);
    await fill(page, {
      ...{ 'Your name': 'Mia Chen', 'Company or organisation': 'Harbourline' },
      ...{ 'E-mail address': MIA.email, Password: 'eleven-boats-and-a-gull' },
    });
    await page.getByRole('button', { name: 'Make account' }).click();
    await page.getByText('Look into your mailbox').waitFor();
    await page.goto(running.address + (await linkFromOutbox(owner, MIA.email, 'verify')));
    await page.getByRole('button', { name: 'Verify address' }).click();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await fill(page, { 'E-mail address': MIA.email, Password: 'what was it again' });
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('is not right').waitFor();
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    // The screen before has a field of the same name.
    await page.waitForURL('**/forgot');
    await page.getByRole('button', { name: 'Send link' }).waitFor();
    await fill(page, { 'E-mail address': MIA.email });
    await page.getByRole('button', { name: 'Send link' }).click();
    await page.getByText('is on its way').waitFor();
    const reset = await linkFromOutbox(owner, MIA.email, 'reset');
    await page.goto(running.address + reset);
    await fill(page, { 'New password': MIA.password });
    await page.getByRole('button', { name: 'Save new password' }).click();
    await page.getByText('Your password is changed').waitFor();
    const again = await open(reset, en);
    await fill(again, { 'New password': MIA.password });
    await again.getByRole('button', { name: 'Save new password' }).click();
    await again.getByText('was used already').waitFor();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await fill(page, { 'E-mail address': MIA.email, Password: MIA.password });
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
    // A client's own people have none of the seller's screens.
    expect(await page.getByRole('navigation').first().getByRole('link', { name: 'Copilot' }).count()).toBe(0);
  }, 180_000);

  test('two-step sign-in asks for a code, a recovery code opens without the phone', async () => {
    const page = await open('/sign-in?next=%2Faccount', zh);
    await signIn(page, MIA);
    await page.getByRole('button', { name: '开启两步验证' }).click();
    await page.getByLabel('当前密码').last().fill(MIA.password);
    await page.getByRole('button', { name: '继续' }).click();
    const secret = (await page.locator('[data-secret]').innerText()).replaceAll(' ', '');
    await page.getByRole('img', { name: /二维码/ }).waitFor();
    await page.getByLabel('验证码').fill('000000');
    await page.getByRole('button', { name: '确认开启' }).click();
    await page.getByText('验证码不正确').waitFor();
    await page.getByLabel('验证码').fill(totp(secret, Date.now()));
    await page.getByRole('button', { name: '确认开启' }).click();
    const code = await page.locator('[data-recovery-code]').first().innerText();
    await page.getByRole('button', { name: '已妥善保存' }).click();
    await page.getByText('已开启。登录时').waitFor();
    const next = await open('/sign-in?next=%2Faccount', zh);
    await signIn(next, MIA);
    await next.getByRole('heading', { name: '两步验证' }).waitFor();
    await next.getByRole('button', { name: '使用恢复码' }).click();
    await next.getByLabel('恢复码').fill(code);
    await next.getByRole('button', { name: '登录', exact: true }).click();
    await next.getByRole('heading', { name: '我的账号' }).waitFor();
    await next.getByText('· 当前设备').waitFor();
    await next.getByRole('button', { name: '退出其他所有设备' }).click();
    await next.getByRole('button', { name: '退出其他所有设备' }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();
    await next.getByRole('button', { name: '关闭两步验证' }).click();
    await next.getByLabel('当前密码').last().fill(MIA.password);
    await next.getByRole('button', { name: '关闭两步验证' }).click();
    await next.getByText('未开启。').waitFor();
  }, 180_000);

  test('a colleague joins by invitation, gets another role, is removed and is out', async () => {
    const owner = await open('/sign-in?next=%2Fmembers', zh);
    await signIn(owner, OWNER);
    await owner.getByRole('heading', { name: '邀请成员' }).waitFor();
    await owner.getByLabel('邮箱').fill('zhou.heng@vendor.example');
    await owner.getByLabel('销售', { exact: true }).check();
    await owner.getByRole('button', { name: '发送邀请' }).click();
    await owner.getByText('等待接受').waitFor();
    const link = await linkFromOutbox(owner, 'zhou.heng@vendor.example', 'sign-up');
    const colleague = await open(link, zh);
    await colleague.getByText('林佩邀请您加入“云上销售”').waitFor();
    await fill(colleague, { 姓名: '周衡', 密码: 'rain-on-a-tin-roof-9' });
    await colleague.getByRole('button', { name: '创建账号' }).click();
    await colleague.getByPlaceholder('例如：快手、云岫短剧').waitFor();
    await owner.goto(`${running.address}/members`);
    await owner.getByRole('button', { name: '调整角色：周衡' }).click();
    await owner.getByRole('dialog').getByLabel('售前工程师').check();
    await owner.getByRole('button', { name: '保存' }).click();
    await owner.getByText('销售、售前工程师').waitFor();
    await owner.getByRole('button', { name: '移除周衡' }).click();
    await owner.getByRole('dialog').getByRole('button', { name: '移除' }).click();
    await owner.getByText('成员 1 人').waitFor();
    await colleague.reload();
    await colleague.getByRole('button', { name: '登录', exact: true }).waitFor();
  }, 180_000);

  test('wrong passwords lock the address and say for how long', async () => {
    const page = await open('/sign-in', zh);
    for (let tries = 0; tries < 6; tries += 1) {
      await signIn(page, { email: 'nobody@vendor.example', password: `guess number ${tries}` });
      await page
        .getByRole('alert')
        .filter({ hasText: tries < 5 ? '不正确' : '15 分钟' })
        .waitFor();
    }
  }, 180_000);

  test('a service gets a key that opens the API until it is revoked', async () => {
    const page = await open('/sign-in?next=%2Fsettings%2Fkeys', zh);
    await signIn(page, OWNER);
    await page.getByText('还没有服务账号').waitFor();
    await fill(page, { 名称: 'CRM 同步' });
    await page.getByLabel('销售', { exact: true }).check();
    await page.getByRole('button', { name: '创建服务账号' }).click();
    await page.getByRole('button', { name: '生成密钥：CRM 同步' }).click();
    await page.getByLabel('密钥名称').fill('夜间同步');
    await page.getByLabel('查看客户与战图').check();
    await page.getByRole('dialog').getByRole('button', { name: '生成密钥' }).click();
    const key = await page.locator('[data-api-key]').innerText();
    await page.getByRole('button', { name: '已妥善保存' }).click();
    const status = async () =>
      (await fetch(`${running.address}/api/clients`, { headers: { authorization: `Bearer ${key}` } })).status;
    expect(await status()).toBe(200);
    await page.getByRole('button', { name: '撤销密钥：夜间同步' }).click();
    await page.getByText('还没有密钥').waitFor();
    expect(await status()).toBe(401);
  }, 180_000);

  test('a client’s token budget is changed', async () => {
    const page = await open('/sign-in?next=%2Fsettings%2Fbudgets', zh);
    await signIn(page, OWNER);
    // Nobody used anything: the client is found by name, and stands in the list once it has a budget of its own.
    await page.getByText('本月还没有客户产生用量').waitFor();
    await page.getByLabel('查找客户').fill('harb');
    await page.getByRole('button', { name: '调整预算：Harbourline' }).click();
    await page.getByLabel('每月预算（百万 Token）').fill('12');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('本月已用 0 / 1200万').waitFor();
    await page.getByLabel('查找客户').fill('');
    await page.getByText('最接近上限的在前').waitFor();
    await page.getByText('本月已用 0 / 1200万').waitFor();
  }, 180_000);

  test('who did what is found, proved whole and taken along; keys are changed from the screen', async () => {
    const page = await open('/sign-in?next=%2Fsettings%2Faudit', zh);
    await signIn(page, OWNER);
    await page.getByText('链条完整').waitFor();
    await page.getByLabel('操作', { exact: true }).selectOption('account.sign_in');
    await page.locator('ol li').filter({ hasText: '林佩' }).first().waitFor();
    await page.getByLabel('查看').click();
    await page.getByPlaceholder('搜索客户名称或网址').fill('harbour');
    await page.getByRole('option', { name: 'Harbourline' }).click();
    await page.locator('ol li').filter({ hasText: 'budget.set' }).waitFor();
    await page
      .getByText(/前后对比/)
      .first()
      .click();
    await page.locator('ins').first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^audit-.*\.csv$/);
    await page.goto(`${running.address}/settings/privacy`);
    // An organisation that was made a moment ago is sealed within a minute.
    await page.getByText(/个组织的个人数据已全部加密/).waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: '更换根密钥' }).click();
    await page.getByText(/第 2 版，数据目录中的密钥文件保管/).waitFor();
  }, 180_000);

  test('a client is exported and erased, with a receipt', async () => {
    const page = await open('/sign-in?next=%2Fsettings%2Fprivacy', zh);
    await signIn(page, OWNER);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出数据：Harbourline' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^tokenholic-.*\.zip$/);
    await page.getByRole('button', { name: '永久删除：Harbourline' }).click();
    const submit = page.getByRole('dialog').getByRole('button', { name: '永久删除' });
    expect(await submit.isDisabled()).toBe(true);
    await page.getByLabel('请输入“Harbourline”以确认').fill('Harbourline');
    await submit.click();
    await page.getByText('仍在复查').click();
    await page.getByText('accounts.people').first().waitFor();
    expect(await page.getByRole('button', { name: '永久删除：Harbourline' }).count()).toBe(0);
    await page.getByRole('button', { name: '永久删除：周衡' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '永久删除' }).click();
    await page.getByRole('button', { name: '永久删除：周衡' }).waitFor({ state: 'detached' });
    const former = await open('/sign-in', zh);
    await signIn(former, MIA);
    await former.getByText('邮箱或密码不正确').waitFor();
  }, 180_000);

  test('signing out leads to the sign-in, and back leads nowhere', async () => {
    const page = await open('/sign-in?next=%2Faccount', zh);
    await signIn(page, OWNER);
    await page.getByRole('heading', { name: '我的账号' }).waitFor();
    await page.getByRole('button', { name: /^菜单/ }).first().click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();
    await page.goto(`${running.address}/account`);
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();
  }, 180_000);

  test.each(LOOKS.map((look) => [`${look.language}, ${look.theme}, ${look.width} px`, look] as const))(
    'no screen of accounts has accessibility violations (%s)',
    async (_name, look) => {
      const page = await open('/sign-in', look);
      for (const path of ['/sign-in', '/sign-up', '/verify?email=a@b.example', '/forgot', '/reset?token=x'])
        await check(page, path, look);
      const answer = await page.request.post(`${running.address}/api/account/sign-in`, { data: OWNER });
      expect(answer.status()).toBe(200);
      for (const path of [
        '/account',
        '/members',
        '/settings/keys',
        '/settings/privacy',
        '/settings/audit',
        '/consents',
        '/settings/budgets',
        '/outbox',
      ])
        await check(page, path, look);
      await page.route('**/api/session', (route) => route.fulfill({ status: 410, json: MOVED }));
      await check(page, '/portfolio', look);
      expect(await page.locator('section a').getAttribute('href')).toBe(MOVED.details.address);
    },
    120_000,
  );

  async function check(page: Page, path: string, look: Look): Promise<void> {
    await page.goto(running.address + path);
    await page.locator('h1').waitFor();
    await page.locator('.animate-pulse').first().waitFor({ state: 'detached' });
    expect([path, look, await violationsOn(page)]).toEqual([path, look, []]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect([path, look, wide]).toEqual([path, look, false]);
  }
});
