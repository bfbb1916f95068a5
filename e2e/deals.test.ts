import type { DealCard } from '@tokenholic/contracts';
import { describe, expect, test } from 'vitest';
import { DESK, hasBrowser, LOOKS, type Look, useStage, violationsOn } from './browser.ts';

const zh: Look = { language: 'zh', theme: 'light', ...DESK };

describe.skipIf(!hasBrowser)('deals in the browser', () => {
  const stage = useStage();

  const find = async (search: string): Promise<DealCard> => {
    const answer: { items: DealCard[] } = await (
      await fetch(`${stage.address}/api/deals?search=${encodeURIComponent(search)}`)
    ).json();
    const [deal] = answer.items;
    if (deal === undefined) throw new Error(`No deal is found by ${search}`);
    return deal;
  };

  test.each(
    LOOKS,
  )('no page of deals has accessibility violations ($language, $theme, $width px)', async (look) => {
    const deal = await find('Ask North');
    const contacts: { items: { id: string }[] } = await (
      await fetch(`${stage.address}/api/clients/${deal.clientId}/contacts`)
    ).json();
    const paths = [
      '/deals',
      '/deals?view=table',
      '/deals?view=forecast',
      '/deals?view=analysis',
      '/deals/import',
      ...['/deals/settings', '/deals/mails', '/deals/care'],
      '/deals?search=nothing-like-this',
      `/deals/${deal.id}`,
    ];
    for (const path of [...paths, `/contacts/${contacts.items[0]?.id}`]) {
      const page = await stage.open(path, look);
      await page.locator('main h1').waitFor();
      await page.waitForLoadState('networkidle');
      expect([path, await violationsOn(page)]).toEqual([path, []]);
      if (path === '/deals') {
        await page.getByRole('button', { name: look.language === 'zh' ? '新建商机' : 'New deal' }).click();
        await page.getByRole('dialog').waitFor();
        expect(['new', await violationsOn(page)]).toEqual(['new', []]);
      }
      await page.context().close();
    }
  });

  test('a card goes to the next column by keyboard and to another by mouse', async () => {
    const page = await stage.open('/deals', zh);
    const column = (name: string) => page.getByRole('region', { name, exact: true });
    const title = '智驾路测片段标注';
    await column('线索').getByText(title).waitFor();
    await page.getByRole('button', { name: `移动「${title}」` }).focus();
    await page.keyboard.press('Space');
    await page.waitForTimeout(200);
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(200);
    await page.keyboard.press('Space');
    await column('需求确认').getByText(title).waitFor();
    await expect.poll(async () => (await find(title)).stage).toBe('discovery');
    const card = await column('需求确认').getByRole('article').filter({ hasText: title }).boundingBox();
    const goal = await column('技术验证').boundingBox();
    if (card === null || goal === null) throw new Error('Nothing to drag');
    await page.mouse.move(card.x + 30, card.y + 60);
    await page.mouse.down();
    await page.mouse.move(goal.x + 60, card.y + 80, { steps: 12 });
    await page.mouse.up();
    await expect.poll(async () => (await find(title)).stage).toBe('evaluation');
  });

  test('a new deal is made, spoken about, planned and lost with a reason', async () => {
    const page = await stage.open('/deals', zh);
    await page.getByRole('button', { name: '新建商机' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('客户').selectOption({ label: '云岫短剧' });
    await dialog.getByLabel('商机名称').fill('短剧出海字幕');
    await dialog.getByLabel('金额').fill('280万');
    await dialog.getByRole('button', { name: '创建' }).click();
    await page.waitForURL(/\/deals\/[0-9a-f-]{36}/);
    await page.getByText('¥280 万').first().waitFor();
    await page.getByLabel('一句话：谈了什么').fill('先做英语和印尼语');
    await page.getByLabel('要点和客户的原话').fill('“字幕要带人名表。”');
    await page.getByRole('button', { name: '记下来' }).click();
    await page.getByRole('heading', { name: '先做英语和印尼语' }).waitFor();
    await page.getByLabel('下一步做什么').fill('发人名表样例');
    await page.getByRole('button', { name: '添加', exact: true }).click();
    await page.getByText('发人名表样例').waitFor();
    await page.getByLabel('添加联系人…').selectOption({ label: '许岚 · 技术副总裁' });
    await page.getByLabel('许岚 的角色').selectOption({ label: '拍板人' });
    await page.getByRole('button', { name: '丢单' }).click();
    await page.getByLabel('我方认为的主要原因').selectOption({ label: '价格' });
    await page.getByRole('dialog').getByRole('button', { name: '丢单' }).click();
    await page.getByText('已结束：丢单').waitFor();
    expect((await find('短剧出海字幕')).stage).toBe('lost');
  });

  test('a table is matched, tried, imported and taken back', async () => {
    const page = await stage.open('/deals/import', zh);
    const table = '客户,商机名称,金额,阶段\n云岫短剧,配音试点,12万,线索\n没有这家,无主,1,线索';
    await page.locator('input[type=file]').setInputFiles({
      ...{ name: '商机.csv', mimeType: 'text/csv', buffer: Buffer.from(table) },
    });
    await page.getByLabel('「商机名称」列是').waitFor();
    await page.getByRole('button', { name: /试跑/ }).click();
    await page.getByText('没有名为「没有这家」的客户').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: '导入 1 个商机' }).click();
    await page.getByText('已导入 1 个').waitFor();
    expect((await find('配音试点')).amountMinor).toBe(12_000_000);
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click();
    await page.getByText('已撤销').waitFor();
    await expect(find('配音试点')).rejects.toThrow('No deal');
  });

  test('filters stand in the address and come back with it', async () => {
    const page = await stage.open('/deals?view=table&attention=no_next_step', zh);
    await page.getByText('海外客服从 ERNIE 换到千问').waitFor();
    expect(await page.getByText('漫剧分镜视频生成迁移到万相').count()).toBe(0);
    await page.getByLabel('客户', { exact: true }).selectOption({ label: 'Northgate Bank' });
    await page.waitForURL(/client=/);
    await page.reload();
    await page.getByText('Developer assistant for 1,800 engineers').waitFor();
    expect(await page.getByText('海外客服从 ERNIE 换到千问').count()).toBe(0);
  });

  test('advice is planned, put off with a reason and called back', async () => {
    const { id } = await find('海外客服从 ERNIE');
    const page = await stage.open(`/deals/${id}`, zh);
    const coach = page.getByRole('region', { name: '商机教练' });
    await coach.getByText('数据不足').waitFor();
    const advice = coach.getByRole('article').filter({ hasText: '请现在的联系人再引荐两位' });
    await advice.getByRole('button', { name: '列入下一步' }).click();
    await page.getByRole('complementary').getByText('请现在的联系人再引荐两位').waitFor();
    await advice.getByRole('button', { name: '不采纳' }).click();
    await advice.getByLabel('原因（可不填）').fill('客户要求只和他谈');
    await advice.getByRole('button', { name: '不采纳' }).click();
    await advice.waitFor({ state: 'detached' });
    await coach.getByText('处理过的建议').click();
    await coach.getByText('客户要求只和他谈').waitFor();
    await coach.getByRole('button', { name: '重新打开' }).click();
    await advice.waitFor();
  });

  test('a field of one’s own is added, filled in, changed for many and taken back', async () => {
    const page = await stage.open('/deals/settings', zh);
    await page.getByRole('button', { name: '商机字段' }).click();
    const added = page.getByRole('listitem').last();
    await added.getByLabel('中文名').fill('区域');
    await added.getByLabel('英文名').fill('Region');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存').waitFor();
    const { id } = await find('申报资料写作');
    await page.goto(`${stage.address}/deals/${id}`);
    await page.getByRole('button', { name: '修改' }).click();
    await page.getByRole('dialog').getByLabel('区域').fill('华东');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByRole('complementary').getByText('华东').waitFor();
    await page.goto(`${stage.address}/deals?view=table`);
    await page.getByRole('cell', { name: '华东' }).waitFor();
    const row = page.getByRole('link', { name: '申报资料写作平台二期' });
    await row.focus();
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    const bar = page.getByRole('form', { name: '批量修改' });
    await bar.getByText('已选 2 个').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await bar.getByLabel('改什么').selectOption('forecast');
    await bar.getByLabel('改成').selectOption('commit');
    await bar.getByRole('button', { name: '应用' }).click();
    await expect.poll(async () => (await find('申报资料写作')).forecast).toBe('commit');
    await page.goto(`${stage.address}/deals/care`);
    await page.getByText('预测口径改为「承诺」').waitFor();
    await page.getByRole('button', { name: '撤销' }).first().click();
    await expect.poll(async () => (await find('申报资料写作')).forecast).toBe('pipeline');
  });

  test('notes become a meeting with its promise as a step, and a mail waits for its deal', async () => {
    const { id } = await find('漫剧分镜');
    const page = await stage.open(`/deals/${id}`, zh);
    await page.getByRole('button', { name: '整理会议纪要或录音文字' }).click();
    await page.getByLabel('纪要内容').fill('许岚：请你们下周三前提供压测报告。');
    await page.getByRole('button', { name: '整理', exact: true }).click();
    await page.getByLabel('许岚 是哪位联系人').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: '记录会议' }).click();
    await page.getByRole('complementary').getByText('请你们下周三前提供压测报告').waitFor();
    await page.getByText('相似商机').first().waitFor();
    await page.goto(`${stage.address}/deals/mails`);
    const mail =
      'From: a@nobody.example\r\nTo: b@x.example\r\nSubject: hello\r\nMessage-ID: <e2e@x>\r\n\r\nA word.';
    await page.locator('input[type=file]').setInputFiles({
      ...{ name: 'a.eml', mimeType: 'message/rfc822', buffer: Buffer.from(mail) },
    });
    await page.getByText('待归档 1 封', { exact: true }).waitFor();
    await page.getByLabel('归入哪个商机').selectOption(id);
    await page.getByRole('button', { name: '归入', exact: true }).click();
    await page.getByText('没有待归档的邮件').waitFor();
  });

  test('a sentence of the analysis leads to its figures, and a factor to its deals', async () => {
    const page = await stage.open('/deals?view=analysis', zh);
    await page.getByText(/样本只有 \d+ 个，下面的差别/).waitFor();
    await page.getByText('我方说「价格」，客户说「时间」').waitFor();
    await page.getByRole('button', { name: '看数据' }).first().click();
    await page.getByText('认识拍板人').click();
    await page
      .getByText(/有：赢 \d+\/\d+/)
      .filter({ visible: true })
      .first()
      .waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });
});
