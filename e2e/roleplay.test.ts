import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, LOOKS, openStage, type Stage, violationsOn } from './browser.ts';

describe.skipIf(!hasBrowser)('practice in the browser', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  test.each(LOOKS)('a talk is held, scored and begun again ($language, $theme, $width px)', async (look) => {
    const zh = look.language === 'zh';
    const page = await stage.open('/roleplay', look);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
    const axe = async () => {
      expect(await violationsOn(page)).toEqual([]);
    };
    await press(zh ? '开始对话' : 'Start the talk');
    await page.locator('textarea').fill(zh ? '现在是怎么做的？' : 'How do you do it today?');
    await press(zh ? '发送' : 'Send');
    await page.getByText(zh ? /关键词机器人/ : /keyword bot/).waitFor();
    await press(zh ? '给我提示' : 'Give me a hint');
    await axe();
    await press(zh ? '结束并评分' : 'End and score');
    await page.getByText(zh ? '从这里重来' : 'Try again from here').waitFor();
    await axe();
    await press(zh ? '从这里重来' : 'Try again from here');
    await page.locator('textarea').waitFor();
    await page.context().close();
  });
});
