import type { Scenario } from '../scenario.ts';

export const discovery: Scenario = {
  id: 'discovery',
  opening: {
    zh: '你好，我是客服中心的周敏。今天有半小时，你想了解什么？',
    en: 'Hello, Zhou Min, I run customer service. We have half an hour. What would you like to know?',
  },
  topics: [
    {
      id: 'pain',
      cue: /痛点|困难|挑战|问题在|pain|challenge|struggl|difficult/i,
      tells: {
        zh: '最头疼的是大促那几天，排队的人多，新来的客服又答不准。',
        en: 'Sales days hurt most: long queues, and new agents give wrong answers.',
      },
    },
    {
      id: 'volume',
      cue: /多少|对话量|规模|每天|how many|volume|per day/i,
      tells: {
        zh: '平时每天大约六万次对话，大促会翻三倍。',
        en: 'About sixty thousand conversations a day, three times that on sales days.',
      },
    },
    {
      id: 'today',
      cue: /现在|目前|在用|怎么做|today|current|using|how do you/i,
      tells: {
        zh: '现在是关键词机器人加人工，另外有个小组在试别家的大模型。',
        en: 'A keyword bot and people; a small team is trying another vendor’s model.',
      },
    },
    {
      id: 'decision',
      cue: /决策|预算|谁来|流程|decision|budget|who (else|decides)|approv/i,
      tells: {
        zh: '我提方案，技术总监把关，超过五十万要过财务。',
        en: 'I propose, our technology director checks, and finance signs above half a million.',
      },
    },
    {
      id: 'success',
      cue: /目标|成功|指标|希望|goal|success|metric|achieve/i,
      tells: {
        zh: '年底前一次解决率要提十个点，投诉不能涨。',
        en: 'First-contact resolution up ten points by year end, with no more complaints.',
      },
    },
  ],
  objections: [
    {
      id: 'busy',
      answer: /试点|分步|小范围|人力|pilot|small|step|effort/i,
      says: {
        zh: '我们团队手上项目已经排满了，没有人力再接新东西。',
        en: 'My team is fully booked. We have nobody for something new.',
      },
    },
    {
      id: 'tried',
      answer: /不同|评测|验证|样本|知识库|different|evaluat|test|sample|knowledge base/i,
      says: {
        zh: '去年试过智能客服，答非所问，被业务骂惨了。',
        en: 'We tried an AI bot last year. It talked nonsense and the business was furious.',
      },
    },
    {
      id: 'data',
      answer: /脱敏|不出|加密|合规|隔离|mask|encrypt|complian|isolat|stay/i,
      says: {
        zh: '对话里有客户手机号和地址，数据怎么能给外面的模型？',
        en: 'Our chats hold phone numbers and addresses. How could they go to an outside model?',
      },
    },
  ],
};
