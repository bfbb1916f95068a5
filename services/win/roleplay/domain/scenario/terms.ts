import type { Term } from './scenario.ts';

const EFFORT = [
  /周|天|月|weeks?|days?|months?/i,
  /人|同事|工程师|people|person|colleague|engineers?/i,
  /样本|数据|范围|场景|samples?|data|scope|use case|one /i,
];

/** Words of the seller's that a customer takes up and digs into. */
export const terms: readonly Term[] = [
  {
    id: 'pilot',
    word: /试点|试用|pilot|trial|proof of concept/i,
    asks: {
      zh: (word) => `你说“${word}”，要多久，占我们几个人？`,
      en: (word) => `You said “${word}”. How long would it take, and whom of mine would you need?`,
    },
    ideas: EFFORT,
    lacks: { zh: '时间和人呢？', en: 'And time and people?' },
    better: {
      zh: '“两周，一个场景，您这边一位懂业务的同事每天半小时，其余我们的工程师来做。”',
      en: '“Two weeks, one use case, half an hour a day of one of your people; our engineers do the rest.”',
    },
  },
  {
    id: 'evaluation',
    word: /评测|测试集|对比测试|盲测|evaluation|test set|blind test|side[- ]by[- ]side/i,
    asks: {
      zh: (word) => `“${word}”用谁的数据，谁来判分？`,
      en: (word) => `Whose data goes into that “${word}”, and who scores it?`,
    },
    ideas: [
      /您的|历史|真实|脱敏|your|past|real|masked/i,
      /专家|业务|人工|您的同事|盲|experts?|business|people|blind|reviewers?/i,
      /门槛|指标|标准|约定|threshold|metric|bar\b|agree|criteria/i,
    ],
    lacks: { zh: '谁来判对错？', en: 'Who decides what is right?' },
    better: {
      zh: '“用您脱敏后的历史数据，由您的业务专家盲评，标准我们先约定。”',
      en: '“Your own past data, masked, scored blind by your experts against criteria we agree on first.”',
    },
  },
  {
    id: 'saving',
    word: /节省|省(?:下|掉|钱)|降本|回报|回本|savings?|\bsaves?\b|return on investment|\bROI\b|pay back/i,
    asks: {
      zh: (word) => `你说的“${word}”，是怎么算出来的？`,
      en: (word) => `You speak of “${word}”. How did you work that out?`,
    },
    ideas: [
      /您(?:刚才|前面)?(?:说|提|给)|按您|you (?:said|told|gave|mentioned)|your (?:own )?(?:figure|number|volume|cost)/i,
      /乘|除|占|比例|一成|假设|算|times|multiply|share|assum|divided|percent|per |%/i,
      /单价|每(?:次|份|个|月|年)|人工|用量|price|per (?:case|month|year)|people|volume|tokens?/i,
    ],
    lacks: { zh: '用了哪些假设？', en: 'What did you assume?' },
    better: {
      zh: '“按您给的量乘以每次的人工成本，假设三成由模型处理，再减去模型费用；每个假设都写出来给您改。”',
      en: '“Your volume times the cost of one case by hand, assuming three tenths go to the model, minus the model’s cost; each assumption is written down for you to change.”',
    },
  },
  {
    id: 'private',
    word: /专有|专属|私有化|私有部署|本地部署|VPC|private (?:deployment|network|environment)|dedicated|on[- ]premises?/i,
    asks: {
      zh: (word) => `“${word}”具体放在哪，谁来运维？`,
      en: (word) => `“${word}”: where exactly does it run, and who looks after it?`,
    },
    ideas: [
      /机房|您的(?:网络|账号|环境|VPC)|地域|可用区|内网|data cent|your (?:network|account|environment|site)|region|zone|premises/i,
      /我们(?:来|负责|的)|您的(?:团队|运维)|运维|托管|we (?:run|operate|look|do|will)|our (?:team|engineers)|your (?:team|operators)|managed/i,
      /升级|监控|备份|故障|upgrade|monitor|backup|failure|patch/i,
    ],
    lacks: { zh: '出了故障谁管？', en: 'Who is called when it fails?' },
    better: {
      zh: '“跑在您账号下的专属网络里，平台由我们运维，权限和密钥在您手里。”',
      en: '“It runs in a dedicated network under your account; we operate the platform, access and keys stay with you.”',
    },
  },
  {
    id: 'knowledge_base',
    word: /知识库|RAG|knowledge base|retrieval/i,
    asks: {
      zh: (word) => `“${word}”谁来维护？我们的资料天天变。`,
      en: (word) => `Who keeps the “${word}” up to date? Ours changes every day.`,
    },
    ideas: [
      /同步|自动|定期|更新|sync|automat|regular|update|refresh/i,
      /业务|同事|负责人|审核|business|colleague|owner|approv|review/i,
      /版本|出处|失效|过期|version|source|stale|expire|out of date/i,
    ],
    lacks: { zh: '过期的内容怎么发现？', en: 'How do we notice what is out of date?' },
    better: {
      zh: '“接上您的原始资料自动同步，改动由业务负责人审核，每条回答带出处和日期。”',
      en: '“It syncs with your own documents, an owner on your side approves changes, and each answer carries source and date.”',
    },
  },
  {
    id: 'gradual',
    word: /灰度|并行|逐步|分阶段|gradual|in parallel|in stages|step by step/i,
    asks: {
      zh: (word) => `“${word}”的话，什么条件下才继续往前走？`,
      en: (word) => `If it goes “${word}”, what decides whether we go on?`,
    },
    ideas: [
      /指标|门槛|达(?:到|标)|准确|投诉|metric|threshold|target|accura|complaints?|bar\b/i,
      /您(?:来)?(?:定|决定|说了算)|一起(?:看|定|复盘)|you decide|together|review|your (?:decision|call)/i,
      /停|退|切回|回滚|stop|back|roll/i,
    ],
    lacks: { zh: '达不到呢？', en: 'And if it falls short?' },
    better: {
      zh: '“先约定准确率和投诉两个指标，每周一起复盘，达标再加量，不达标就切回。”',
      en: '“We agree on two metrics, accuracy and complaints, review them together each week, and go on only when they hold; otherwise we switch back.”',
    },
  },
  {
    id: 'engineers',
    word: /我们的?(?:工程师|团队|架构师)|our (?:engineers?|team|architects?)/i,
    asks: {
      zh: (word) => `“${word}”来做，做完走了怎么办？`,
      en: (word) => `So “${word}” do it. And once they have left?`,
    },
    ideas: [
      /培训|交接|文档|带(?:着|您)|train|hand ?over|document|teach|together with your/i,
      /支持|服务|响应|工单|群|support|service|ticket|on call|respond/i,
      /您的(?:同事|团队|人)|自己|your (?:people|team|colleagues|own)|yourselves/i,
    ],
    lacks: { zh: '以后谁支持？', en: 'Who supports it then?' },
    better: {
      zh: '“从第一天就和您的同事一起做，留文档和培训，之后有固定的支持群和响应时间。”',
      en: '“They work with your people from day one, leave documents and training, and afterwards there is support with a fixed response time.”',
    },
  },
];
/** What the customer expects when asking where a claim comes from. */
export const sourceExpectation = {
  ideas: [
    /来源|根据|公开|官网|官方|文档|报告|测出来|实测|发布|价目表|source|according to|published|official|documentation|report|measured|list price|website/i,
    /链接|发您|附上|给您看|link|send you|show you|attach/i,
    /收回|说得不准|还没有(?:依据|验证)|不确定|我再核实|take (?:it|that) back|not (?:sure|verified|certain)|let me check|i cannot prove|verify|overstated/i,
    /您(?:刚才|前面)?(?:说|给|提)|按您|you (?:said|told|gave)|your own/i,
  ],
  lacks: { zh: '能给我看看吗？', en: 'Can you show me?' },
  better: {
    zh: '“这个数来自官网公开的价目表，我把链接发您；没有依据的我收回。”',
    en: '“It is from the published price list, and I will send you the link; what I cannot prove I take back.”',
  },
} as const;
