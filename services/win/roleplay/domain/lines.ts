import type { Lines } from './scenario.ts';

export const neutral: Lines = {
  zh: [
    '嗯，你接着说。',
    '这个和我们有什么关系？',
    '能说得具体一点吗？',
    '好，我听到了。还有呢？',
    '这点我还没完全明白。',
    '举个我们这行的例子吧。',
    '这话我在别处也听过。',
    '说重点。',
    '你是想问我什么吗？',
    '我得想想。',
    '这部分先放一放。',
    '还有别的吗？',
  ],
  en: [
    'Go on.',
    'What does that mean for us?',
    'Could you be more specific?',
    'I hear you. And then?',
    'I do not quite follow.',
    'Give me an example from our industry.',
    'I have heard that elsewhere.',
    'To the point, please.',
    'Are you asking me something?',
    'I would have to think.',
    'Let us leave that for now.',
    'Anything else?',
  ],
};
export const accepted: Lines = {
  zh: ['这个回答说得过去。', '好，这一点我放心些了。', '行，这个可以讨论。'],
  en: ['That is a fair answer.', 'Good, that worries me less now.', 'All right, that we can work with.'],
};
export const reminded: Lines = {
  zh: ['刚才我的顾虑你还没回答。', '先别往下讲，我前面那个问题呢？', '我再说一遍，我在意的不是这个。'],
  en: [
    'You have not answered my concern.',
    'Before you go on: what about my question?',
    'Once more: that is not what worries me.',
  ],
};
export const askFigure = {
  zh: (figure: string) => `你说的“${figure}”是哪里来的？`,
  en: (figure: string) => `You said “${figure}”. Where does that come from?`,
};
export const agreed = {
  zh: '可以，就按你说的安排，把材料先发给我。',
  en: 'Fine, let us do that. Send me the papers first.',
};
export const left = {
  zh: '我觉得今天没必要再谈了，先这样。',
  en: 'I see no point in going on today. Goodbye.',
};
export const timeUp = { zh: '时间到了，我要去开下一个会。', en: 'Time is up; I have my next meeting.' };
