import { describe, expect, test } from 'vitest';
import { DESK, hasBrowser, LOOKS, useStage, violationsOn } from './browser.ts';

describe.skipIf(!hasBrowser)('objections in the browser', () => {
  const stage = useStage();

  test.each(
    LOOKS,
  )('an objection is answered, corrected and shared ($language, $theme, $width px)', async (look) => {
    const zh = look.language === 'zh';
    const page = await stage.open('/objections', look);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
    await page
      .locator('textarea')
      .first()
      .fill(zh ? '你们的报价太贵了，超出预算' : 'Your price is too expensive for our budget');
    await press(zh ? '怎么回应' : 'How do I answer?');
    const kind = page.getByLabel(zh ? '异议类型' : 'Kind of objection');
    await kind.waitFor();
    expect(await kind.inputValue()).toBe('price');
    await press(zh ? '分享给同事' : 'Share with colleagues');
    // One's own is for somebody else to approve.
    await page
      .getByText(zh ? '由别人在审批收件箱' : 'somebody else approves it')
      .first()
      .waitFor();
    await approveAsColleague(stage.address);
    await page
      .getByRole('button', { name: zh ? '复制并使用' : 'Copy and use', exact: true })
      .first()
      .click();
    await press(zh ? '有效' : 'It worked');
    await page
      .getByText(zh ? '样本少' : 'few ratings')
      .first()
      .waitFor();
    await kind.selectOption('authority');
    await page.getByText(zh ? '由您选定' : 'chosen by you').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    if (look.width === DESK.width) {
      // By keys alone: the first line is nobody, the second the newest client.
      await page.getByRole('combobox', { name: zh ? '客户' : 'Client', exact: true }).press('ArrowDown');
      await page.getByRole('option').nth(1).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const raise = async () => {
        await page
          .locator('textarea')
          .first()
          .fill(zh ? '迁移的工作量太大' : 'The migration effort is too much');
        await press(zh ? '怎么回应' : 'How do I answer?');
      };
      await raise();
      await press(zh ? '存为邮件草稿' : 'Keep as draft e-mail');
      await page.getByText(zh ? '已存入该客户的草稿' : 'Kept among the client’s drafts').waitFor();
      await press(zh ? '有效' : 'It worked');
      await page.getByRole('button', { name: zh ? '有效' : 'It worked', pressed: true }).waitFor();
      await raise();
      await page.getByText(zh ? '对这位客户' : 'with this client').waitFor();
      expect(await violationsOn(page)).toEqual([]);
    }
    await page.context().close();
  });
});

/** The other manager of the sample people says yes to everything that waits. */
async function approveAsColleague(address: string): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    cookie: 'tokenholic_demo_user=01970000-0000-7000-8000-0000000000d4',
  };
  const answer = await fetch(`${address}/api/objections/library`, { headers });
  const { items }: { items: { id: string; status: string }[] } = await answer.json();
  for (const { id, status } of items)
    if (status === 'proposed')
      await fetch(`${address}/api/objections/library/${id}`, {
        ...{ method: 'PUT', headers, body: JSON.stringify({ status: 'approved', reason: '' }) },
      });
}
