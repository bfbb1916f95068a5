import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESK, hasBrowser, LOOKS, useStage, violationsOn } from './browser.ts';

const YUNXIU = '01990000-0000-7000-8000-000000000001';
const NORTHGATE = '01990000-0000-7000-8000-000000000002';
async function axe(page: Page) {
  expect(await violationsOn(page)).toEqual([]);
}

describe.skipIf(!hasBrowser)('solutions in the browser', () => {
  const stage = useStage();

  test.each(
    LOOKS,
  )('a use case becomes a solution whose sources open; feedback becomes its next version, compared and brought back ($language, $theme, $width px)', async (look) => {
    const zh = look.language === 'zh';
    const page = await stage.open(`/clients/${NORTHGATE}/solutions`, look);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
    await press(zh ? '生成方案' : 'Propose');
    // Left and found again while the agents work.
    await page.waitForURL(/id=/);
    await page.reload();
    await page.getByRole('heading', { name: zh ? '推荐产品与模型' : 'Products and models' }).waitFor();
    await page.getByRole('heading', { name: zh ? '待确认问题' : 'Open questions' }).waitFor();
    await axe(page);
    await page
      .getByRole('button', { name: /^(来源|Source) \d+$/ })
      .last()
      .click();
    await page.getByRole('dialog').locator('blockquote').waitFor();
    await axe(page);
    await page.keyboard.press('Escape');
    await page
      .locator('textarea')
      .fill('Please leave out Context cache. How long are audit logs kept? 四周内上线。');
    await press(zh ? '读出要点' : 'Find the points');
    await page
      .getByText(zh ? '去掉 上下文缓存' : 'Leave out Context cache')
      .first()
      .waitFor();
    await axe(page);
    await page.getByRole('button', { name: zh ? /回应 3 个要点/ : /answers 3 points/ }).click();
    await page.getByText(zh ? '已去掉 上下文缓存。' : 'Context cache is left out.').waitFor();
    await page.getByRole('button', { name: zh ? '与第 1 版对比' : 'Compare with version 1' }).click();
    await page.locator('del').first().waitFor();
    await axe(page);
    await page.getByRole('button', { name: zh ? '恢复第 1 版' : 'Bring back version 1' }).click();
    await page
      .getByText(zh ? '恢复自第 1 版' : 'Version 1 brought back')
      .first()
      .waitFor();
    await axe(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBe(0);
    await page.context().close();
  }, 120_000);

  test('a new user finds a solution with two versions, made by the product from a sample client', async () => {
    const page = await stage.open(`/clients/${YUNXIU}/solutions`, {
      language: 'zh',
      theme: 'light',
      ...DESK,
    });
    await page.locator('main nav button').first().click();
    await page.getByRole('button', { name: '与第 1 版对比' }).click();
    await page.locator('del, ins').first().waitFor();
    await axe(page);
    await page.context().close();
  }, 120_000);

  test('the architecture is changed by key alone, saved with its reason, and compared', async () => {
    const page = await stage.open(`/clients/${NORTHGATE}/solutions`, {
      language: 'en',
      theme: 'light',
      ...DESK,
    });
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const gateway = page.locator('[data-node="product:ai-gateway"]');
    await gateway.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Name').fill('Kong of the bank');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Kong of the bank, / }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.locator('[data-node="system:crm"]').focus();
    await page.keyboard.press('Delete');
    await page.locator('[data-node="system:crm"]').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.locator('[data-node="system:crm"]').waitFor();
    await page.locator('[data-node="system:orders"]').focus();
    await page.keyboard.press('c');
    await page.locator('[data-node="system:crm"]').focus();
    await page.keyboard.press('Enter');
    await axe(page);
    await page.getByLabel('Why (kept with the version)').fill('They keep their gateway');
    await page.getByRole('button', { name: 'Save 3 edits as a version' }).click();
    await page.getByText('Drawn by hand: They keep their gateway').waitFor();
    await page.getByRole('button', { name: 'Compare with version 1' }).click();
    await page.getByText('was AI Gateway', { exact: false }).waitFor();
    await page.getByText('Lines: 1 new, 0 gone').waitFor();
    await axe(page);
    await page.context().close();
  }, 120_000);

  test('a question nothing answers is said to be unknown; one that is answered can be taken along', async () => {
    const page = await stage.open('/solutions', { language: 'en', theme: 'light', ...DESK });
    const ask = async (question: string) => {
      await page.getByLabel('Question').fill(question);
      await page.getByRole('button', { name: 'Answer', exact: true }).click();
    };
    await ask('Which colour do penguins prefer in winter?');
    await page.getByText('The knowledge base has nothing that answers this question.').waitFor();
    await axe(page);
    await ask('What does the savings plan cost a month?');
    await page.getByText('From 1,000 CNY a month', { exact: false }).first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Word', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    await page.context().close();
  });
});
