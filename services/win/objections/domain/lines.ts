import type { LocalizedText, ObjectionCategory } from '@tokenholic/contracts';

/** What a seller says around the facts. `{client}` is never named: the reply is spoken to the client. */
interface CategoryLines {
  /** Shows that one has understood, before anything else. */
  feel: LocalizedText;
  /** The question that opens the talk. */
  ask: LocalizedText;
  /** Where one stands. */
  stand: LocalizedText;
  /** The next step to offer. */
  step: LocalizedText;
  /** What the knowledge base is asked, besides the objection itself. */
  query: LocalizedText;
}

export const lines: Readonly<Record<ObjectionCategory, CategoryLines>> = {
  price: {
    feel: {
      zh: '每一笔钱都要花得值，您这样问很合理。',
      en: 'It is fair to ask what the money buys; I would too.',
    },
    ask: {
      zh: '您是拿什么在比：同等模型的单价，还是做完同一件事的总成本？',
      en: 'What are you comparing with: the list price of a similar model, or what the whole job costs today?',
    },
    stand: {
      zh: '单看单价容易看偏，建议按您真实的输入长度和调用量算总账。',
      en: 'A unit price misleads on its own; let us work it out on your real input length and volume.',
    },
    step: {
      zh: '给我一周的真实用量，我用它把两边的账算出来给您看。',
      en: 'Give me one week of real usage and I will put both bills side by side.',
    },
    query: { zh: '价格 批量 缓存 折扣 免费额度', en: 'list price batch cache discount free quota' },
  },
  security: {
    feel: {
      zh: '数据交给别人之前问清楚，是对客户负责。',
      en: 'Asking this before any data moves is exactly right.',
    },
    ask: {
      zh: '具体是哪类数据、归哪条规定管？谁来签字确认？',
      en: 'Which data is it, which rule governs it, and who has to sign it off?',
    },
    stand: {
      zh: '这件事不靠口头承诺，靠合同条款、部署区域和可核查的证明。',
      en: 'This should rest on contract terms, region and evidence you can check, not on my word.',
    },
    step: {
      zh: '请安全团队列出问题清单，我们逐条书面回复。',
      en: 'Have your security team send its list; we answer each point in writing.',
    },
    query: {
      zh: '数据安全 内容安全 合规 地域 训练',
      en: 'data security guardrail compliance region training on customer data',
    },
  },
  lock_in: {
    feel: {
      zh: '被一家供应商拿住的滋味，谁都不想尝。',
      en: 'Nobody wants to wake up with no way out; I understand.',
    },
    ask: {
      zh: '如果两年后要离开，您最担心带不走的是什么？',
      en: 'If you left in two years, what would you fear to leave behind?',
    },
    stand: {
      zh: '关键在于接口是否标准、模型权重是否开放、数据能否原样导出。',
      en: 'What counts is standard interfaces, open weights, and data you can take out as it is.',
    },
    step: {
      zh: '我们把退出方案写进合同，并先演练一次。',
      en: 'Let us write the exit into the contract and rehearse it once.',
    },
    query: { zh: '开源权重 OpenAI 兼容接口 迁移', en: 'open weights OpenAI-compatible API switch model' },
  },
  timing: {
    feel: {
      zh: '手上的事已经排满了，再加一件确实难。',
      en: 'You have enough on your plate; one more thing is a lot.',
    },
    ask: {
      zh: '什么事情发生之后，这件事才会排到前面？',
      en: 'What would have to happen for this to move up?',
    },
    stand: {
      zh: '可以不占您的人手：先用现成数据做一个两周的小验证，结论留到您有空时用。',
      en: 'It need not take your people: a two-week trial on existing data, with a result you can use when you are ready.',
    },
    step: {
      zh: '我们先定一个回头聊的日子，我带着数据来。',
      en: 'Let us fix the date to talk again; I will come with figures.',
    },
    query: { zh: '免费额度 快速接入', en: 'free quota get started quickly' },
  },
  competitor: {
    feel: {
      zh: '合作得顺手，当然不想轻易动，这说明您重视稳定。',
      en: 'If it works for you, that is worth something; I would not throw it away either.',
    },
    ask: {
      zh: '现在这家在哪件事上，您还希望能更好一点？',
      en: 'Where do you wish the current one did better?',
    },
    stand: {
      zh: '不必二选一：挑一个场景并排跑，用您自己的数据说话。',
      en: 'It need not be either-or: run one use case side by side and let your own data decide.',
    },
    step: {
      zh: '您定场景和评分标准，我们两周内交结果。',
      en: 'You set the case and the score; we deliver within two weeks.',
    },
    query: { zh: '对比 优势', en: 'comparison advantage' },
  },
  quality: {
    feel: {
      zh: '答错一句，丢的是您客户的信任，您担心得对。',
      en: 'One wrong answer costs you a customer’s trust; you are right to worry.',
    },
    ask: {
      zh: '哪一类问题绝对不能答错？现在人工的准确率是多少？',
      en: 'Which questions must never go wrong, and how often do people get them right today?',
    },
    stand: {
      zh: '质量要用您的真实问题来量，不用我们的演示来量。',
      en: 'Quality should be measured on your real questions, not on our demo.',
    },
    step: {
      zh: '给我一百条真实对话，我们盲测，结果好坏都给您看。',
      en: 'Give me a hundred real conversations; we test blind and show you the result either way.',
    },
    query: { zh: '准确率 延迟 评测 稳定性', en: 'accuracy latency evaluation stability SLA' },
  },
  authority: {
    feel: { zh: '谢谢您直说，大家都省时间。', en: 'Thank you for saying so; it saves us both time.' },
    ask: {
      zh: '拍板的人最看重什么？他会先问哪三个问题？',
      en: 'What matters most to whoever decides, and what will they ask first?',
    },
    stand: {
      zh: '我来准备一页纸：成本、风险、同类案例，您转给决策人就能用。',
      en: 'I will prepare one page on cost, risk and a similar case that you can pass on as it is.',
    },
    step: {
      zh: '方便的话，约一次三方通话，半小时就够。',
      en: 'If you like, let us have one call of three, half an hour.',
    },
    query: { zh: '客户案例 效果', en: 'customer case result' },
  },
  need: {
    feel: {
      zh: '没有问题硬上 AI，确实没有意义。',
      en: 'AI without a problem to solve makes no sense; we agree.',
    },
    ask: {
      zh: '现在哪件事最费人、最重复，或者旺季最容易积压？',
      en: 'Which task eats most hours, repeats most, or piles up in peak season?',
    },
    stand: {
      zh: '先看一件小事值不值：算得出账再做，算不出就不做。',
      en: 'Let us look at one small thing: if the sum does not work out, we leave it.',
    },
    step: {
      zh: '我用同行业的做法帮您估一次，花您二十分钟。',
      en: 'I will estimate it on what your industry does; it costs you twenty minutes.',
    },
    query: { zh: '客户案例 场景 效果', en: 'customer case use case result' },
  },
  migration: {
    feel: {
      zh: '系统跑得好好的，动一下都有风险，这个顾虑很实际。',
      en: 'Touching a running system is a risk; that is a practical worry.',
    },
    ask: {
      zh: '改动最怕落在哪一层：接口、提示词、数据，还是人的习惯？',
      en: 'Which layer worries you most: interfaces, prompts, data, or people’s habits?',
    },
    stand: {
      zh: '先挑风险最小的一个场景，两边并行，能随时切回去，再谈全部。',
      en: 'Start with the least risky case, run both in parallel with a way back, then talk about the rest.',
    },
    step: {
      zh: '请技术同事给我一个接口样例，我们做一次迁移演练并记下工时。',
      en: 'Let your engineers give me one interface; we rehearse the move and write down the hours.',
    },
    query: { zh: '迁移 兼容接口 修改 base URL', en: 'migrate compatible API change base URL key model name' },
  },
};

/** When the words fit no kind: one asks, and claims nothing. */
export const openLines: CategoryLines = {
  feel: { zh: '我想先确认自己没有理解偏。', en: 'Let me make sure that I understand you.' },
  ask: {
    zh: '您能再多说一点吗？是什么让您有这个顾虑？',
    en: 'Could you say a little more about what is behind this?',
  },
  stand: {
    zh: '我们先把问题说清楚，再谈办法。',
    en: 'Let us get the question clear first, then look for an answer.',
  },
  step: {
    zh: '说完我复述一遍，您看对不对。',
    en: 'I will repeat it in my words and you tell me whether it is right.',
  },
  query: { zh: '', en: '' },
};
