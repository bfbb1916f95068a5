import type { LocalizedText } from '@tokenholic/contracts';

/** What a seasoned seller says to each objection: written apart from the product's own better wordings. */
export const toObjections: Readonly<Record<string, LocalizedText>> = {
  price_unit: {
    zh: '采购盯单价，这个我理解。可是客服这种量，七成问题都很简单，我们会让小模型去答，重复的直接命中缓存，所以摊到每次解决上反而更低。我给您列一张总成本对照表，这样采购能接受吗？',
    en: 'I see why purchasing looks at the unit price. But most of your questions are easy, so a smaller model takes them and repeated ones come from the cache, which means the cost per resolved case goes down. Would a comparison on total cost help you with purchasing?',
  },
  price_budget: {
    zh: '预算紧，换我也会先问这个。按您刚才给的损失来看，只要挽回一小部分就能回本，费用又是按实际用量结的，因为没用到就不收。我们先定一个能停的试点，您觉得合适吗？',
    en: 'With budgets this tight I would ask the same, that is a fair question. By the loss you mentioned, winning back a small part of it pays for itself, and you pay only for what you use because nothing is billed in advance. Would a pilot you can stop be acceptable?',
  },
  security_data: {
    zh: '数据的顾虑我完全理解。手机号这类字段先在您那边打码，模型跑在专属环境里，和别的客户隔离，另外合同里写清楚不会拿去训练。您的安全同事最在意哪一条？',
    en: 'I understand, with data like yours I would be careful too. We mask names and numbers before anything is sent, the model runs in a private environment inside your account, and no training happens on it, which the contract says. Which point would your security people look at first?',
  },
  security_law: {
    zh: '审计要追得到，这个要求很正常。每一次调用都会留日志，谁调的、用了什么内容都能查，例如按人分的权限和加密的密钥都在您自己手里。我把认证材料一起给您，行吗？',
    en: 'That is a reasonable thing for audit to ask. Each call leaves a log with who made it, for example, and access rights are given by person while the encryption key stays with you. Can I send you the certificates along with a sample log?',
  },
  lock_in: {
    zh: '您上一家吃过亏，担心我很理解。我们的接口跟通用格式兼容，您写的提示词和数据随时能导出，所以真要换，只是在网关上切到另一家。这样您放心一些吗？',
    en: 'After what the last vendor did I understand the worry. Our interface is compatible with the common format, and your prompts and data are yours to export, so that leaving means pointing the gateway at a second vendor. Does that make it easier?',
  },
  timing_busy: {
    zh: '人手紧我明白，确实不能再拖进去七个人。我们从一个小范围开始，搭建由我们的工程师负责，只需要您一位懂业务的同事，例如每周两三个小时。这样排得开吗？',
    en: 'I hear you, your people are stretched. We would start with one narrow use case and our engineers do the building, so we only need one of your colleagues for two or three hours a week. Could you spare that?',
  },
  timing_later: {
    zh: '年底忙，我理解。不过每拖一个月，您说的那笔损失就再付一次，所以我建议分两步：先做一个小试点拿到数据，大的投入放到之后再定。您看这样可以吗？',
    en: 'I understand that this is a busy season. But each month of waiting costs you the loss you told me about again, so I would do it in two steps: a small pilot now and the large decision later. Would that work for you?',
  },
  competitor_cheaper: {
    zh: '演示好看我不怀疑，您谨慎是对的，我理解。所以别听我们两家谁说，拿您真实的样本，同一批题并排盲测，按每解决一次的成本来比。您愿意出一百个样本吗？',
    en: 'You are right to be careful, demos are chosen. So let neither of us talk: take samples of your own, run both side by side and blind, and compare the cost per resolved case. Would you give us a hundred of them?',
  },
  competitor_happy: {
    zh: '合作得好就应该保留，这点我理解。我们不替换他们，只先接您刚才说的那个还没解决的问题，因为那一块是现在的差距。用同样的样本比一下，您看好吗？',
    en: 'It makes sense to keep what works, and I understand that. We would not replace them; we would only take the part that still hurts, because that is the gap today, and compare on the same samples. Shall we look at it?',
  },
  quality_tried: {
    zh: '上次被业务骂，换成我也会怕，很理解。这次先拿您过去的真实对话做评测，达不到约定的门槛就不上线，而且只按知识库回答，没把握的转人工。您觉得还漏了什么？',
    en: 'After that experience I understand the doubt. This time we first score it on a sample of your own past cases, it does not go live below the threshold we agree on, and it hands over to a person when it is not sure. Is there anything this would miss?',
  },
  quality_peak: {
    zh: '高峰的稳定性最要紧，您说得对。上线之前按您高峰的量来压测，先灰度一小部分，延迟超过门槛就自动转人工，例如两秒没有首字就切走。这个门槛您来定可以吗？',
    en: 'You are right, the peak is what counts. Before it goes live we measure it at your peak volume, then start with a gradual share of traffic, and when latency passes the threshold a person takes over, for example. Would you set that threshold with us?',
  },
  authority_board: {
    zh: '要上面点头，这个我理解。领导最关心的多半是回报和风险，我用您的数字准备一页纸的测算，所以您不用自己写，我们一起去汇报。您看他还会问什么？',
    en: 'I understand that others have to nod. They will ask about return and risk first, so I prepare a one-pager with your figures and we present it together. What else would they want to see?',
  },
  authority_purchasing: {
    zh: '招标流程绕不开，我理解。采购最看重参数和比价依据，这些材料由我准备，因为写错一个就得重来，然后我们约采购一起过一遍。这样安排可以吗？',
    en: 'A tender is a tender, I understand. The buyer will ask for requirements and grounds for comparison, so I prepare that paper and we meet the buyer together before it is published. Would that help?',
  },
  need_works: {
    zh: '现在确实能跑，您求稳我理解。不过按您说的数字，这个问题每年都在造成损失，所以只动这一个环节，前后对比，没有效果就停。您觉得这样算折腾吗？',
    en: 'It does work, and I understand that stability matters. Still, by the figures you told me this problem costs you every year, so we would only touch one step, measure it before and after, and stop if it does not help. Is that still stirring things up?',
  },
  need_hype: {
    zh: '炒作确实很多，您怀疑我理解。所以只看您自己的账：您刚才说的那笔损失，先做一个场景，看这个数降没降，不见效就停。您同意拿它来衡量吗？',
    en: 'There is a lot of hype, you are right. So look only at your own books: the loss you told me about, one use case, and one figure we judge it by, because then we can stop if it does not move. Would you accept that as the measure?',
  },
  migration_effort: {
    zh: '停一个周末的事谁都不想再来，我理解。接口是兼容的，改个地址就行，先并行跑一小部分，随时可以切回老系统，所以业务感觉不到。我们的工程师来做，您看可以吗？',
    en: 'Nobody wants another weekend like that, I understand. The interface is compatible, so it is one address to change; we run in parallel on a small share and you can switch back to the old system at any moment. Our engineers do it, would that be acceptable?',
  },
};

/** To the customer's own questions and to what they take up. */
export const toQuestions: Readonly<Record<string, LocalizedText>> = {
  latency: {
    zh: '响应主要看模型和输入有多长，所以我们给简单的问题配轻量模型，再加流式输出，首字会快很多。具体到多少毫秒，我们用您高峰的请求实测给您看，可以吗？',
    en: 'The response time depends on the model and the length of the input, so easy questions go to a lighter model and answers are streamed. The exact number we would measure with your own peak requests; would that do?',
  },
  quality_proof: {
    zh: '我们从您的历史对话里抽样做一套测试集，由您的业务同事盲评打分，门槛先说好，所以结果谁也改不了。您那边谁最适合来判？',
    en: 'We take a sample of your past cases as a test set, and your own experts score it blind, so nobody can bend the result; the threshold is agreed beforehand. Who on your side would be the best judge?',
  },
  integration: {
    zh: '接在您现有的网关后面，接口跟通用格式兼容，所以业务系统不用改，只改地址和密钥。第一版大概几天的工作量，您的接口同事能参加一次吗？',
    en: 'It goes behind your own gateway with a compatible interface, so your systems stay as they are and only an endpoint and a key change. A first version takes a few days of effort; could someone who knows the gateway join us once?',
  },
  isolation: {
    zh: '您的数据放在单独的专属环境里，跟别的客户隔离，传输和存储都加密，密钥归您。不会拿去训练，这条会写进合同，您的法务可以先看条款。',
    en: 'Your data sits in a dedicated environment, separate from every other customer, encrypted with your own keys. It is never used for training, and your lawyers can read that in the contract first.',
  },
  model_choice: {
    zh: '我建议分两级：简单的问题用轻量模型，因为量大、要便宜，复杂的再交给大模型。先按您的量这样配，评测之后我们再调，您看行吗？',
    en: 'I would use two tiers: easy questions go to a smaller model because there are so many of them, and the complex ones to a larger one. That fits your volume, and we adjust it after the evaluation. Does that sound right?',
  },
  capacity: {
    zh: '高峰之前我们先把配额提前预留出来，再按您的峰值压一遍。万一还是超了，先排队和走缓存，再降级到备用模型，所以用户看到的是慢一点，而不是报错。',
    en: 'We reserve quota ahead of your peak and test it at that load. If it is exceeded all the same, requests wait in a queue and then fall back to a second model, so that users see a slower answer instead of an error.',
  },
  outcome: {
    zh: '一句话：让您刚才说的那个目标在今年做到，因为简单的部分由模型先处理，人只看难的，损失自然就降下来。',
    en: 'In one sentence: it gets you to the target you mentioned, because the model takes the easy part and your people only look at the hard one, which cuts the loss.',
  },
  risk: {
    zh: '最大的风险是答错了没人发现。所以我们先做很小的试点，没把握的都转人工，门槛先定好，不达标就停下来，您的损失有上限。',
    en: 'The biggest risk is a wrong answer that nobody notices. So we keep the pilot small, let a human review what it is not sure about, and stop if it misses the threshold we agreed on.',
  },
  why_you: {
    zh: '您说的几个要求我们正好对得上，例如数据放在专属环境、接口兼容不用重写。不过不用听我说，拿您的样本对比一次，结果您自己看。',
    en: 'It fits what you told me you need: your data stays in a dedicated environment and the interface is compatible, so nothing is rewritten. But do not take my word, compare us on your own samples.',
  },
  ask: {
    zh: '今天只请您定一件事：指定一位负责人来跟试点，下周五之前给我们样本，因为两周后我想带着结果再来见您。',
    en: 'I would like to ask you for one thing today: name a person who owns the pilot and lets us have samples by next Friday, because I want to be back in two weeks with a result.',
  },
  why_ask: {
    zh: '听下来您刚才说的那个问题代价不小，我想先弄清楚到底是哪一步造成的，再判断值不值得用模型来做。',
    en: 'From what you told me the problem is costly, and I want to understand which step causes it before I say whether a model is worth it.',
  },
  reference: {
    zh: '有一家情况接近的客户，公开案例里写了他们的做法和上线之后的结果。和您不完全一样的地方我会说明，也可以介绍您和他们聊聊。',
    en: 'There is a customer close to your situation, and the published case says what they did and with what result. I will tell you where it differs from yours, and you can talk to them.',
  },
  pilot: {
    zh: '两周就够，只做一个场景。您这边要一位懂业务的同事，每天半小时，其余由我们的工程师来做，您看谁合适？',
    en: 'Two weeks are enough for one use case. We need one of your people for half an hour a day, our engineers do the rest; who would be the right one?',
  },
  evaluation: {
    zh: '用您过去的真实数据，先脱敏，再由您的业务专家盲评，标准我们事先约定好，所以结果不会有争议。',
    en: 'We use your own past data, masked first, and your experts score it blind by criteria we agree on beforehand, so nobody argues afterwards.',
  },
  saving: {
    zh: '按您刚才给的量，乘以每次的人工成本，假设三成由模型处理，再减掉模型的费用。每个假设我都写出来，您可以改。',
    en: 'I took the volume you gave me times the cost per case by hand, assumed that three tenths go to the model, and subtracted its price. Every assumption is written down for you to change.',
  },
  private: {
    zh: '放在您账号下的专属网络里，平台的升级和监控由我们的团队负责，权限在您手里，出了故障有值班电话。',
    en: 'It runs in your own network under your account; our team operates and monitors the platform, and you have a number to call when something fails.',
  },
  knowledge_base: {
    zh: '接上您现在的资料自动同步，改动由您的业务负责人审核，每条回答都带出处和日期，过期的会标出来。',
    en: 'It syncs automatically with the documents you have, an owner on your side approves changes, and each answer shows source and date, so what is stale gets noticed.',
  },
  gradual: {
    zh: '先约定准确率和投诉两个指标，每周我们一起复盘，达标才加量，没达到就切回原来的做法。',
    en: 'We agree on two metrics first, accuracy and complaints, look at them together each week, and go on only if both hold; otherwise we switch back.',
  },
  engineers: {
    zh: '他们从第一天就带着您的同事一起做，会留下文档和培训，之后有支持群，响应时间写在服务条款里。',
    en: 'They work together with your people from the first day and leave documents and training behind; after that there is a support contract with a response time.',
  },
  claim: {
    zh: '这个数我说得不准，先收回。依据是公开的价目表，我核实之后把链接发给您看，好吗？',
    en: 'I overstated that and take it back. The figure should come from the published price list; I will check it and send you the link, all right?',
  },
};
export const digs: readonly LocalizedText[] = [
  {
    zh: '我理解您的顾虑。您最担心的具体是哪种情况？',
    en: 'I understand. What exactly worries you most about it?',
  },
  {
    zh: '这个担心很正常，能理解。之前发生过什么，让您这么谨慎？',
    en: 'That is a fair concern. What happened before that makes you so careful?',
  },
];
export const steps: readonly LocalizedText[] = [
  {
    zh: '那我建议下周三下午开一个半小时的会，您和您的技术负责人一起看试点方案，您看可以吗？',
    en: 'Then I suggest a meeting of half an hour next Wednesday, with you and your technical lead, to go through the pilot plan. Would that suit you?',
  },
  {
    zh: '我们下周四上午十点把试点范围对一遍，请您的同事也一起参加，行吗？',
    en: 'Could we go through the scope of the pilot next Thursday together with your team, at 10 am?',
  },
];
