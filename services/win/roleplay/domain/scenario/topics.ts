import type { Topic } from './scenario.ts';

/** What any customer can tell. */
export const topics: readonly Topic[] = [
  {
    id: 'pain',
    first: 'pain',
    deeper: 'cost',
    cue: /痛点|困难|挑战|头疼|麻烦|最难|难在|卡(?:在|得|住)|费劲|吃力|耽误|不满意|瓶颈|困扰|问题(?:在|是|出|最)|着急|pain|challeng|struggl|\bstuck\b|slow(?:s|ing)? (?:you|things|it)|hold(?:s|ing)? you back|go(?:es)? wrong|difficult|hardest|bother|worst|frustrat|bottleneck|goes wrong|trouble|gets in (?:your|the) way|worr(?:y|ies) you most/i,
    deepCue:
      /损失|代价|影响(?:多大|有多|到|了)|造成|后果|赔|少赚|cost you|costs? the (?:business|company)|lose|loss|impact|consequence|damage|what does (?:that|it) (?:cost|mean)/i,
    question: {
      zh: '“这块工作里，现在最让您头疼的是哪一步？”',
      en: '“Which part of this gives you the most trouble today?”',
    },
    deepQuestion: {
      zh: '“这个问题一年下来，给公司造成多大损失？”',
      en: '“What does that cost the company over a year?”',
    },
  },
  {
    id: 'today',
    first: 'today',
    deeper: 'history',
    cue: /现在(?:是|用|怎么|靠|谁|都)?|目前|在用|怎么(?:做|处理|运作|运转)|流程|现状|today|current|right now|at the moment|how do you|using|handle|go about|work(?:s)? now/i,
    deepCue:
      /试过|之前(?:有没有|做过|用过)|以前|曾经|上一次|为什么(?:没|停|下线)|tried|before|previous|earlier attempt|past|in the past|what happened|last time/i,
    question: {
      zh: '“现在这件事是怎么做的，哪些人参与？”',
      en: '“How is this done today, and who is involved?”',
    },
    deepQuestion: {
      zh: '“之前有没有试过别的办法，后来为什么没继续？”',
      en: '“What have you tried before, and why did it stop?”',
    },
  },
  {
    id: 'volume',
    first: 'volume',
    deeper: 'spend',
    cue: /多少(?:次|份|条|人|量|对话|张|token|篇)|量(?:有)?多大|规模|每天|每个?月(?:大概|大约)?(?:多少|有)|高峰|how many|how much (?:traffic|volume|use)|volume|per day|a day|a month|peak|scale|how often/i,
    deepCue:
      /花(?:多少|费|了)|成本|费用|开销|多少钱|支出|付给|spend|cost(?:s)? (?:now|today|each|per|a month)|pay(?:ing)?\b|expens|how much (?:does|do|is|are) (?:it|that|this|you|all)/i,
    question: {
      zh: '“平时和高峰期，每天大概是多少量？”',
      en: '“What is the volume on a normal day, and at peak?”',
    },
    deepQuestion: {
      zh: '“这些量现在每个月花多少钱，人工占多少？”',
      en: '“What do you spend on that each month, people included?”',
    },
  },
  {
    id: 'goal',
    first: 'goal',
    deeper: 'stake',
    cue: /目标|指标|成功|达到|希望|期望|衡量|怎么算(?:好|成)|goal|target|success|metric|achieve|measure|aim|outcome|hope to|look like/i,
    deepCue:
      /对您(?:个人|来说)|为什么(?:这|是|重要|现在)|意味着|谁(?:在)?(?:关注|看)|压力|for you (?:personally|yourself)|why (?:is|does) (?:that|it|this)|matters? to you|mean(?:s)? for you|who (?:is watching|cares)|why now/i,
    question: {
      zh: '“做到什么程度，您会觉得这件事成功了？”',
      en: '“What would have to happen for you to call it a success?”',
    },
    deepQuestion: {
      zh: '“这个目标对您个人意味着什么，为什么是现在？”',
      en: '“Why does that matter to you, and why now?”',
    },
  },
  {
    id: 'decision',
    first: 'decider',
    deeper: 'budget',
    cue: /决策|拍板|谁(?:来)?(?:定|批|决定|签|参与)|审批|怎么(?:定|选)|采购流程|decision|decide|who (?:else|signs|approves|has)|approv|sign off|procurement|involved in choosing/i,
    deepCue: /预算|经费|资金|额度|budget|funding|money (?:is )?set aside|allocated/i,
    question: {
      zh: '“这件事除了您，还有谁参与决定？”',
      en: '“Who besides you takes part in this decision?”',
    },
    deepQuestion: { zh: '“预算现在是什么情况？”', en: '“What does the budget look like?”' },
  },
  {
    id: 'timing',
    first: 'deadline',
    deeper: null,
    cue: /什么时候|时间(?:表|点|上|安排)|哪天|多久(?:之内|要)|截止|上线|when|deadline|timeline|by what date|time ?frame|schedule|go live/i,
    deepCue: /(?!)/,
    question: {
      zh: '“您希望什么时候看到结果，有没有硬性的时间点？”',
      en: '“When do you need to see results; is there a hard date?”',
    },
    deepQuestion: { zh: '', en: '' },
  },
  {
    id: 'technology',
    first: 'stack',
    deeper: 'data',
    cue: /系统|技术(?:栈|架构|环境)|架构|接口|部署|集成|环境(?:是|怎)|stack|system|architecture|integrat|interface|platform|infrastructure|environment|deploy/i,
    deepCue: /数据|安全|合规|隐私|敏感|权限|data|security|complian|privacy|sensitive|confidential|regulat/i,
    question: {
      zh: '“这块现在跑在什么系统上，要和哪些系统对接？”',
      en: '“What does it run on today, and what must it connect to?”',
    },
    deepQuestion: {
      zh: '“数据方面有哪些不能碰的要求？”',
      en: '“Which rules about your data must we never break?”',
    },
  },
];
export const topicById = (id: string) => topics.find((topic) => topic.id === id);
