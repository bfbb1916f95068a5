import type { LocalizedText, PracticeFact } from '@tokenholic/contracts';

/** How a seasoned seller asks for each fact: in words of their own. */
export const asks: Readonly<Record<PracticeFact, LocalizedText>> = {
  pain: {
    zh: '这里面最让您着急、卡得最厉害的是哪一段？',
    en: 'Where does it get stuck most, and what bothers you about it?',
  },
  cost: {
    zh: '这个情况一年下来大概给公司造成多少损失？',
    en: 'What impact does that have on the business in a year?',
  },
  today: { zh: '能讲讲目前这件事是怎么做下来的吗？', en: 'How do you go about it at the moment?' },
  history: {
    zh: '在这之前有没有试过别的办法，后来怎么样了？',
    en: 'What did you try in the past, and how did it go?',
  },
  volume: { zh: '一般一天处理多少，高峰的时候呢？', en: 'How many of them come in on a normal day?' },
  spend: { zh: '这些加起来每个月要花多少钱？', en: 'How much do you spend on all of that each month?' },
  goal: {
    zh: '到年底您希望看到什么样的指标？',
    en: 'What result do you hope to reach by the end of the year?',
  },
  stake: { zh: '这件事对您个人来说意味着什么？', en: 'What does it mean for you personally?' },
  decider: { zh: '除了您，还有谁来拍板？', en: 'Who else has a say in the decision?' },
  budget: { zh: '预算这块目前是怎么安排的？', en: 'How is the budget arranged?' },
  deadline: { zh: '什么时候必须上线，有没有卡死的日子？', en: 'By when does it have to be running?' },
  stack: {
    zh: '现有的系统架构是什么样，要和哪些接口打通？',
    en: 'Which systems and interfaces would we have to connect with?',
  },
  data: {
    zh: '数据安全上有哪些必须遵守的规定？',
    en: 'Which rules on privacy and security do you have to follow?',
  },
};
