import type { ActionItem } from '@tokenholic/contracts';
import { dueOf } from './due-date.ts';
import { readNotes } from './read-notes.ts';

// Somebody takes something on, or asks somebody for it: a mark of intent together with a verb of doing. Words alone are not
// enough: “we will see” and “我们会看看” promise nothing.

const INTENT_EN =
  /\b(i|we|he|she|they)('ll| will| am going to| are going to| need to| have to|'m going to|'re going to)\b|\b(can|could|will|would) you\b|\bplease\b|\blet's\b|\blet me\b|\baction item\b|\bnext step\b/i;
const DOING_EN =
  /\b(send|share|prepare|schedule|confirm|review|introduce|test|provide|set up|sign|follow up|get back|come back|write|draft|book|invite|arrange|organi[sz]e|forward|update|deliver|submit|circulate|run (the|a|another)|check with|ask (our|the|my)|put together|loop in|finali[sz]e|call|benchmark|deploy|upload)\b/i;
const NOTHING_EN =
  /\b(won't|will not|wouldn't|didn't|don't think|already (sent|shared)|if (i|we|you) (will|can))\b/i;

const INTENT_ZH =
  /(我|我们|咱们|我方|我这边|我们这边)(来|去|会|负责|需要|要|今天|明天|后天|下周|本周|尽快|回头|稍后|先|再)|请(您|你|贵方|你们|贵司)?|麻烦|待办|行动项|下一步|(你们|您|贵方|贵司|你)(能|可以|需要|要|先|帮)|(尽快|务必|记得|之前|以前|[日号周一二三四五六天底]前)/;
const DOING_ZH =
  /发(给|送|一[份版下个]|出|过|来|你|您|.{1,16}(给|过去|过来))|提供|准备|安排|确认|对接|约(一下|个|上|时间)|整理|测试|压测|部署|回复|反馈|评审|签(字|署|约)?|起草|介绍|引荐|更新|补充|同步|提交|寄|出一?(份|版|个)|写(一份|个|好)|拉(群|上|个)|排期|落实|跟进|报价|开通|申请|邀请|联系/;
const NOTHING_ZH = /不会|不用|不需要|没有准备|已经(发|提供|确认|安排|回复)|如果我们会/;

const MOST = 20;
const SHORTEST = 6;
const LONGEST_TITLE = 120;

/** What was promised or asked for, each with the words it rests on. `day` is the day of the meeting. */
export function actionItems(text: string, day: string): ActionItem[] {
  const found: ActionItem[] = [];
  const seen = new Set<string>();
  for (const { speaker, text: words } of readNotes(text).turns)
    for (const sentence of sentencesOf(words)) {
      if (!isAction(sentence) || seen.has(sentence)) continue;
      seen.add(sentence);
      const asked =
        /\b(can|could|will|would) you\b|\bplease\b/i.test(sentence) ||
        /请|麻烦|(你们|您|贵方|贵司|你)(能|可以|需要|要|先|帮)/.test(sentence);
      found.push({
        ...{ title: titleOf(sentence), quote: sentence, who: asked ? null : speaker },
        dueOn: dueOf(sentence, day),
      });
    }
  return found.slice(0, MOST);
}

export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[。！？!?；;])|(?<=\.)\s+(?=[\p{Lu}"“])|\n/u)
    .map((sentence) => sentence.trim().replace(/^[-*•·\d.、)）\s[\]☐□]+/, ''))
    .filter((sentence) => sentence.length >= SHORTEST);
}

function isAction(sentence: string): boolean {
  const chinese = /\p{Script=Han}/u.test(sentence);
  return chinese
    ? INTENT_ZH.test(sentence) && DOING_ZH.test(sentence) && !NOTHING_ZH.test(sentence)
    : INTENT_EN.test(sentence) && DOING_EN.test(sentence) && !NOTHING_EN.test(sentence);
}

/** The sentence as a task: without the words that only lead in. */
function titleOf(sentence: string): string {
  const bare = sentence
    .replace(/^(好的?|嗯|那|那么|对|行|ok|okay|sure|great|so|and|well|yes|alright|right)[，,、.\s]+/i, '')
    .replace(/[。.!！；;]+$/, '')
    .trim();
  return bare.length <= LONGEST_TITLE ? bare : `${bare.slice(0, LONGEST_TITLE - 1)}…`;
}
