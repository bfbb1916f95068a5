import { describe, expect, test } from 'vitest';
import { hasBrowser, LOOKS, useStage, violationsOn } from './browser.ts';

const words = {
  zh: {
    ...{
      start: '开始对话',
      send: '发送',
      hint: '给我提示',
      end: '结束并评分',
      handIn: '提交给主管',
      retry: '从这里重来',
    },
    ...{
      compare: '对比第 1 次',
      progress: '我的进步',
      team: '团队',
      assign: '布置演练',
      give: '布置',
      form: '自己描述',
    },
    ...{ practise: '演练', begin: '开始这项演练', override: '保存更正', reason: '理由' },
    ask: '现在卡得最厉害的是哪一步？',
    client: '按真实客户生成',
    madeFrom: '依据',
    answer: /大促那几天/,
    claim: '我们是全网最便宜的，准确率达到 99%。',
    bare: /都没有依据/,
  },
  en: {
    ...{
      start: 'Start the talk',
      send: 'Send',
      hint: 'Give me a hint',
      end: 'End and score',
      handIn: 'Hand in',
    },
    ...{
      retry: 'Try again from here',
      compare: 'Compare 1',
      progress: 'My progress',
      team: 'Team',
      assign: 'Assign practice',
    },
    ...{
      give: 'Assign',
      form: 'Describe one',
      practise: 'Practise',
      begin: 'Begin',
      override: 'Save',
      reason: 'Reason',
    },
    ask: 'Where does it get stuck most?',
    client: 'After a real client',
    madeFrom: 'Made from',
    answer: /Sales days hurt most/,
    claim: 'We are the cheapest of all, with 99% accuracy.',
    bare: /bears this out/,
  },
} as const;

describe.skipIf(!hasBrowser)('practice in the browser', () => {
  const stage = useStage();

  test.each(
    LOOKS,
  )('a talk is held, scored, handed in, corrected, begun again and compared; practice is assigned ($language, $theme, $width px)', async (look) => {
    const word = words[look.language];
    const page = await stage.open('/roleplay', look);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
    const say = async (text: string) => {
      await page.locator('textarea').fill(text);
      await press(word.send);
    };
    const axe = async () => {
      expect(await violationsOn(page)).toEqual([]);
    };
    // A finished sample talk in each language is there with its score.
    await page
      .getByRole('button', { name: /青禾|Qinghe/ })
      .first()
      .waitFor();
    await press(word.client);
    await page.getByText(word.madeFrom, { exact: true }).waitFor();
    await axe();
    await press(word.form);
    await axe();
    await page.reload();
    await press(word.start);
    await say(word.ask);
    await page.getByText(word.answer).first().waitFor();
    await say(word.claim);
    await page.getByText(word.bare).first().waitFor();
    await press(word.hint);
    await page.locator('output').waitFor();
    await axe();
    await press(word.end);
    await page.locator('summary').first().click();
    await axe();
    await press(word.handIn);
    await page.getByLabel(word.reason, { exact: true }).fill('Heard live.');
    await press(word.override);
    await page
      .getByText(/Heard live\./)
      .first()
      .waitFor();
    await press(word.retry);
    await press(word.compare);
    await page.locator('table').waitFor();
    await axe();
    await press(word.progress);
    await page.locator('svg[role=img]').waitFor();
    await axe();
    await press(word.team);
    await press(word.assign);
    await page.getByRole('dialog').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: word.give, exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await axe();
    await press(word.practise);
    await press(word.begin);
    await page.locator('textarea').waitFor();
    await page.context().close();
  });
});
