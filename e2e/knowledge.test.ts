import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESK, hasBrowser, LOOKS, useStage, violationsOn } from './browser.ts';

async function axe(page: Page) {
  expect(await violationsOn(page)).toEqual([]);
}

/** This server finds by words alone: what a run with meaning would have sent is laid over its answer. */
async function showComparison(page: Page) {
  await page.route('**/trial', async (route) => {
    const response = await route.fetch();
    const { questions, runs }: { questions: { id: string }[]; runs: object[] } = await response.json();
    const words = {
      ...{ first: 0, firstFive: 0 },
      outcomes: questions.map(({ id }) => ({ questionId: id, rank: null })),
    };
    await route.fulfill({ response, json: { questions, runs: runs.map((run) => ({ ...run, words })) } });
  });
  await page.reload();
  const scores = page.locator('figcaption');
  await scores.getByText('first for 0 of 1 questions, 0% among the first five').waitFor();
  expect(await scores.locator('dt').allTextContents()).toEqual(['Words and meaning', 'Words alone']);
  expect(await page.locator('li', { hasText: 'notice period' }).getByText('Words alone').textContent()).toBe(
    'Words alone: Not found',
  );
  expect(await page.getByRole('cell', { name: 'Words alone 0%' }).count()).toBe(2);
  await axe(page);
  await page.unroute('**/trial');
}

describe.skipIf(!hasBrowser)('knowledge in the browser', () => {
  const stage = useStage();

  test('an entry is typed in, read, found with its sentence marked, tested, and deleted', async () => {
    const page = await stage.open('/knowledge', { language: 'en', theme: 'light', ...DESK });
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.getByLabel('New collection').fill('Contracts');
    await press('Create');
    await page.getByText('No documents yet').waitFor();
    await page.getByText('Add documents', { exact: true }).click();
    await page.getByLabel('Question of an entry').fill('How long is the notice period?');
    await page
      .getByLabel('Answer', { exact: true })
      .fill('We are glad you ask. The notice period is ninety days.');
    await press('Add entry');
    await page.getByText('Ready', { exact: true }).waitFor();
    await axe(page);
    await press('Ask');
    await page.getByLabel('Question', { exact: true }).fill('notice period of a contract');
    await page.getByRole('button', { name: 'Ask', exact: true }).last().click();
    expect(await page.locator('mark').first().textContent()).toBe('The notice period is ninety days.');
    await press('Test');
    await page.getByLabel('Question', { exact: true }).fill('notice period');
    await press('Add question');
    await press('Run the test');
    await page.getByText('1 of 1 questions were answered by the first passage (100%)').waitFor();
    await axe(page);
    await showComparison(page);
    await press('Documents');
    page.on('dialog', (dialog) => void dialog.accept());
    await press('Delete How long is the notice period?');
    await page.getByText('No documents yet').waitFor();
    await page.context().close();
  });

  test.each(
    LOOKS,
  )('a question is answered from the built-in base ($language, $theme, $width px)', async (look) => {
    const zh = look.language === 'zh';
    const question = zh ? '节省计划每月多少钱？' : 'What does the savings plan cost a month?';
    const page = await stage.open('/knowledge', look);
    const example = page.getByRole('button', { name: question });
    await example.waitFor();
    await axe(page);
    await example.focus();
    await page.keyboard.press('Enter');
    expect(await page.getByLabel(zh ? '问题' : 'Question', { exact: true }).inputValue()).toBe(question);
    await page.locator('mark').first().waitFor();
    expect(await page.locator('mark').first().textContent()).toContain(zh ? '1,000 元' : '1,000 CNY');
    await axe(page);
    await page.locator('main ol button').first().click();
    await page
      .getByRole('dialog')
      .getByText(/From 1,000 CNY a month/)
      .waitFor();
    await axe(page);
    await page.keyboard.press('Escape');
    await page
      .getByRole('navigation', { name: zh ? '知识集' : 'Collections' })
      .getByText('Presales desk')
      .click();
    await page.getByText(zh ? '售前答疑手册（示例）' : 'Migration handbook (sample)').waitFor();
    await axe(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBe(0);
    await page.context().close();
  });
});
