import type { Language, LocalizedText } from '@tokenholic/contracts';

/** What the customer says when a move has no words of its own. */
export const phrases: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>> = {
  listed: {
    zh: [
      '你这是一串关键词，不是回答。用一句话说给我听。',
      '别给我堆名词，说人话。',
      '这些词我都会念，你想说明什么？',
    ],
    en: [
      'That is a list of words, not an answer. Say it in a sentence.',
      'You are throwing terms at me. What do you mean by it?',
      'I can read buzzwords myself. What is your point?',
    ],
  },
  repeated: {
    zh: ['这句你刚才说过了。', '又回到这句了，有新的内容吗？', '你重复了，我记得。'],
    en: [
      'You have said that already.',
      'We are back at that sentence. Is there anything new?',
      'You are repeating yourself; I remember it.',
    ],
  },
  echoed: {
    zh: ['这是我的话，你的看法呢？', '你把我的话念了一遍，然后呢？'],
    en: ['Those were my words. What do you make of them?', 'You read my own words back to me. And?'],
  },
  barrage: {
    zh: ['问题一个一个来，我先答第一个。', '你一口气问了太多，我只答第一个。'],
    en: [
      'One question at a time; I will take the first.',
      'That was a lot at once. I will answer the first.',
    ],
  },
  accepted: {
    zh: [
      '这个回答说得过去。',
      '好，这一点我放心些了。',
      '行，这个可以拿去讨论。',
      '嗯，你是想过这件事的。',
      '这样说我能接受。',
      '好，记下了。',
    ],
    en: [
      'That is a fair answer.',
      'Good, that worries me less now.',
      'All right, that I can take to my people.',
      'I see you have thought about it.',
      'I can accept that.',
      'Good. Noted.',
    ],
  },
  partly: {
    zh: ['只答了一半。', '方向对，但还不够。', '还差一点。', '听着有道理，可是不具体。'],
    en: [
      'That is half an answer.',
      'The right direction, but not enough.',
      'Not quite there.',
      'It sounds sensible, but it is not concrete.',
    ],
  },
  asked_back: {
    zh: ['你问到点上了。', '好，我说说原因。', '既然你问了，'],
    en: ['Good that you ask.', 'I will tell you why.', 'Since you ask:'],
  },
  explained: {
    zh: ['我的意思是，', '换个说法：'],
    en: ['What I mean is this.', 'Let me put it differently.'],
  },
  asked_back_again: {
    zh: ['原因我说过了，该你回答了。', '我都讲了，现在说说你的办法。'],
    en: ['I have told you why. Now it is your turn.', 'You know my reasons. What is your answer?'],
  },
  ignored: {
    zh: ['先别往下讲。', '等一下。', '你绕过去了。', '我再问一次。'],
    en: ['Before you go on.', 'Wait.', 'You went around it.', 'Let me ask again.'],
  },
  dropped: {
    zh: ['算了，这一条先放着，我会记得你没回答。', '好吧，不追了，但这是个减分项。'],
    en: [
      'Never mind; I will remember that you did not answer.',
      'Fine, I will not press it, but it counts against you.',
    ],
  },
  pitched_early: {
    zh: [
      '你还不了解我们，就开始介绍产品了？',
      '先别讲方案，你都还没问过我们的情况。',
      '这些官网上都有，你想知道我们什么？',
    ],
    en: [
      'You are pitching before you know anything about us.',
      'Leave the product for now: you have not asked about us yet.',
      'All that is on your website. What do you want to know about us?',
    ],
  },
  not_yet: {
    zh: ['先别急着定时间，我还有问题。', '下一步可以谈，但我心里还没过关。'],
    en: [
      'Not so fast; I am not through with my questions.',
      'We can talk about next steps, but I am not there yet.',
    ],
  },
  vague_step: {
    zh: ['具体哪天，谁来参加？', '说个日子，还有需要我叫上谁。', '这样太含糊，时间和人呢？'],
    en: [
      'Which day, and who should be there?',
      'Name a date, and whom I should bring.',
      'That is vague. When, and with whom?',
    ],
  },
  cool_step: {
    zh: ['安排是具体了，可我还没被说服。', '日子好定，理由还不够。'],
    en: ['The plan is concrete, but I am not convinced yet.', 'A date is easily found; I lack the reason.'],
  },
  turn: {
    zh: ['不过，', '另外，', '还有一件事，', '话说回来，', '我也直说：'],
    en: ['But:', 'Another thing.', 'Then there is this.', 'All the same:', 'Let me be frank.'],
  },
  tell: {
    zh: ['', '', '', '这么说吧，', '简单讲，', '不瞒你说，'],
    en: ['', '', '', 'Put simply: ', 'To be honest: ', 'Well: '],
  },
  dug: {
    zh: ['', '你问得细。', '这个我一般不说，', '说到这个，'],
    en: ['', 'You ask closely. ', 'I do not usually say this: ', 'Now that you ask: '],
  },
  told_again: { zh: ['刚才说过了：', '我再说一遍：'], en: ['As I said: ', 'Once more: '] },
  closed: {
    zh: ['是的。想多知道一点的话，别只问是不是。', '算是吧。', '差不多。你想了解哪方面？'],
    en: [
      'Yes. If you want more, ask me more than yes or no.',
      'In a way.',
      'More or less. What do you want to know?',
    ],
  },
  reserved: {
    zh: ['这个我现在还不想说。', '凭什么告诉你？先让我看到你懂我们。'],
    en: ['I would rather not say yet.', 'Why should I tell you? Show me first that you understand us.'],
  },
  unclear: {
    zh: [
      '这个我答不上来。不如问问我们现在怎么做、卡在哪。',
      '我不太明白你为什么问这个。',
      '这跟今天的事关系不大吧。',
      '这个要问别人。',
      '你想从这个问题里知道什么？',
    ],
    en: [
      'I cannot say. Ask me rather how we work today and where it hurts.',
      'I do not quite see why you ask that.',
      'That has little to do with today.',
      'Somebody else would have to answer that.',
      'What would you learn from that?',
    ],
  },
  prompt: {
    zh: [
      '你没有什么想问我的吗？',
      '我听着，不过你还没问过我们的情况。',
      '说到这里，你了解我们多少？',
      '嗯，还有呢？',
      '这和我们有什么关系？',
      '能说得具体一点吗？',
      '举个我们这行的例子吧。',
      '这话我在别处也听过。',
      '说重点。',
      '我得想想。',
    ],
    en: [
      'Is there nothing you want to ask me?',
      'I am listening, but you have not asked about us.',
      'What do you know about us so far?',
      'I see. And then?',
      'What has that to do with us?',
      'Could you be more concrete?',
      'Give me an example from our industry.',
      'I have heard that elsewhere.',
      'To the point, please.',
      'I have to think about that.',
    ],
  },
  invite: {
    zh: [
      '我的问题差不多问完了，你建议接下来怎么走？',
      '那下一步呢，你想让我做什么？',
      '时间不多了，你有具体的提议吗？',
      '就到这里，还是你有安排？',
    ],
    en: [
      'That is about all I wanted to know. What do you suggest we do next?',
      'And the next step? What do you want from me?',
      'We are running out of time. Have you a concrete proposal?',
      'Is that all, or have you something in mind?',
    ],
  },
};

export const endings: Readonly<Record<'agreed' | 'parked' | 'left' | 'time_up', readonly LocalizedText[]>> = {
  agreed: [
    { zh: '可以，就按你说的安排，材料先发给我。', en: 'Fine, let us do that. Send me the papers first.' },
    { zh: '行，就这么定，我去叫上相关的人。', en: 'Agreed. I will get the right people into the room.' },
  ],
  parked: [
    {
      zh: '那这样，你先发份材料，我们内部看看再说。',
      en: 'Let us leave it there. Send me something and we will look at it.',
    },
    { zh: '今天先到这，有需要我再找你。', en: 'Enough for today. I will come back to you if we need it.' },
  ],
  left: [
    { zh: '我觉得今天没必要再谈了，先这样。', en: 'I see no point in going on today. Goodbye.' },
    { zh: '就到这里吧，这样谈下去浪费大家时间。', en: 'Let us stop here. This is wasting our time.' },
  ],
  time_up: [
    { zh: '时间到了，我要去开下一个会。', en: 'Time is up; I have my next meeting.' },
    { zh: '半小时到了，剩下的以后再说。', en: 'Our time is over. The rest has to wait.' },
  ],
};
