import type { LibraryPersona } from './persona.ts';

/** Customers of trade, industry and finance. Invented people and figures, written from what such talks turn on. */
export const commercePersonas: readonly LibraryPersona[] = [
  {
    id: 'e-commerce',
    industryId: 'e-commerce',
    covers: [
      'e-commerce',
      'retail',
      'fashion',
      'consumer-goods',
      'local-services',
      'travel',
      'customer-service',
    ],
    name: { zh: '周敏', en: 'Zhou Min' },
    role: { zh: '客服中心总监', en: 'Director of customer service' },
    company: { zh: '青禾优选', en: 'Qinghe Select' },
    size: 'large',
    knowledge: 'informed',
    useCase: { zh: '智能客服', en: 'customer service' },
    provider: { zh: '另一家云的模型', en: 'another cloud’s model' },
    facts: {
      today: {
        zh: '现在是关键词机器人先接，接不住的转给 320 个人工坐席。',
        en: 'A keyword bot takes the first question, and 320 agents take what it cannot answer.',
      },
      history: {
        zh: '去年试过一个大模型机器人，两周就下线了，它把退货政策讲错了。',
        en: 'Last year we tried a model-based bot and took it down after two weeks: it got the return policy wrong.',
      },
      pain: {
        zh: '最头疼的是大促那几天，排队的人多，新来的坐席又答不准。',
        en: 'Sales days hurt most: the queues are long and new agents give wrong answers.',
      },
      cost: {
        zh: '上个大促光是错答引起的赔付就有 46 万元。',
        en: 'At the last sales event wrong answers alone cost us 460,000 yuan in refunds.',
      },
      volume: {
        zh: '平时每天大约 6 万次对话，大促会翻三倍。',
        en: 'About 60,000 conversations a day, three times that on sales days.',
      },
      spend: {
        zh: '模型调用每个月 18 万元左右，人工一个月要 260 万元。',
        en: 'Model calls are about 180,000 yuan a month; the people cost 2.6 million.',
      },
      goal: {
        zh: '年底前一次解决率要提 10 个点，投诉不能涨。',
        en: 'First-contact resolution has to rise by 10 points by year end, with no more complaints.',
      },
      stake: {
        zh: '说白了，这是我今年的考核指标，上次翻车是我去挨的骂。',
        en: 'Frankly, it is my target this year, and the last failure landed on my desk.',
      },
      decider: {
        zh: '方案我来提，技术总监把关，超过 50 万元还要过财务。',
        en: 'I propose, our technology director checks, and above 500,000 yuan finance has to sign.',
      },
      budget: {
        zh: '今年还剩 80 万元，明年的要到一月才批。',
        en: 'We have 800,000 yuan left this year; next year’s is only approved in January.',
      },
      deadline: {
        zh: '年货节前必须上线，也就是一月十号之前。',
        en: 'It has to be live before the new-year sale, that is by 10 January.',
      },
      data: {
        zh: '对话里有手机号和收货地址，法务要求这些不能出我们的环境。',
        en: 'Our chats hold phone numbers and addresses; legal says those must not leave our environment.',
      },
      stack: {
        zh: '工单是自己写的，订单在 Java 微服务里，都走一个内部网关。',
        en: 'The ticket system is our own, orders sit in Java services, and everything goes through one internal gateway.',
      },
    },
  },
  {
    id: 'banking',
    industryId: 'banking',
    covers: ['banking', 'finance', 'insurance', 'securities', 'fintech', 'government', 'legal', 'telecom'],
    name: { zh: '梁振宇', en: 'Liang Zhenyu' },
    role: { zh: '信息科技部副总经理', en: 'Deputy head of information technology' },
    company: { zh: '江川银行', en: 'Jiangchuan Bank' },
    size: 'large',
    knowledge: 'expert',
    useCase: { zh: '信贷材料审核', en: 'checking loan documents' },
    provider: { zh: '自建的开源模型', en: 'open models we host ourselves' },
    facts: {
      today: {
        zh: '现在客户经理把材料录进系统，90 个审核员逐份核对。',
        en: 'Account managers key documents in, and 90 reviewers check them one by one.',
      },
      history: {
        zh: '自己用开源模型搭过一版，扫描件一多就认错，审计没让上线。',
        en: 'We built a version on an open model; it misread scans, and audit stopped it before launch.',
      },
      pain: {
        zh: '一笔对公贷款要审 3 天，客户等不及就去了别家。',
        en: 'One corporate loan takes 3 days to check, and clients leave for other banks meanwhile.',
      },
      cost: {
        zh: '去年因为时效丢掉的贷款大约 4 亿元。',
        en: 'Last year we lost about 400 million yuan of loans to slow checks.',
      },
      volume: {
        zh: '每天大约 1,800 份材料，季末到 5,000 份。',
        en: 'About 1,800 files a day, up to 5,000 at quarter end.',
      },
      spend: {
        zh: '机房和显卡一年折旧 900 万元，还养着 6 个算法工程师。',
        en: 'Machines and cards depreciate by 9 million yuan a year, and we keep 6 engineers for them.',
      },
      goal: {
        zh: '把审核从 3 天压到 1 天，差错率不能高于人工。',
        en: 'Bring the check from 3 days to 1, with no more errors than people make.',
      },
      stake: {
        zh: '行长在年中会上点过名，年底要看结果。',
        en: 'The president named us at the mid-year meeting and wants to see results by December.',
      },
      decider: {
        zh: '科技部选型，风险部一票否决，最后上行长办公会。',
        en: 'We select, risk has a veto, and the president’s meeting decides in the end.',
      },
      budget: {
        zh: '今年立了 300 万元的试点预算，没用完会收回。',
        en: 'There are 3 million yuan for a pilot this year; what is not used is taken back.',
      },
      deadline: {
        zh: '三月底监管检查之前要有一版能演示。',
        en: 'Before the inspection at the end of March we need something to show.',
      },
      data: {
        zh: '客户资料属于敏感信息，必须在我们自己的网络里，日志留 5 年。',
        en: 'Client files are sensitive: they stay in our network, with logs kept for 5 years.',
      },
      stack: {
        zh: '核心是大机，影像平台在私有云，对外一律走 API 网关。',
        en: 'The core runs on a mainframe, imaging in a private cloud, and everything external goes through an API gateway.',
      },
    },
  },
  {
    id: 'manufacturing',
    industryId: 'manufacturing',
    covers: [
      'manufacturing',
      'energy',
      'chemicals',
      'automotive',
      'robotics',
      'logistics',
      'mobility',
      'agriculture',
      'real-estate',
      'security',
    ],
    name: { zh: '何建国', en: 'He Jianguo' },
    role: { zh: '设备运维部部长', en: 'Head of equipment maintenance' },
    company: { zh: '衡远重工', en: 'Hengyuan Heavy Industry' },
    size: 'large',
    knowledge: 'novice',
    useCase: { zh: '设备知识问答', en: 'a knowledge assistant for equipment' },
    provider: { zh: '还没有固定的供应商', en: 'no fixed vendor yet' },
    facts: {
      today: {
        zh: '设备坏了靠老师傅电话里指导，图纸和手册在三个系统里翻。',
        en: 'When a machine fails we phone an old hand, and search manuals in three systems.',
      },
      history: {
        zh: '前年上过一个知识库，员工嫌难搜，半年就没人用了。',
        en: 'Two years ago we bought a knowledge base; people found it hard to search and stopped using it in half a year.',
      },
      pain: {
        zh: '老师傅这两年退休 40 个，新人修一次要多花半天。',
        en: '40 old hands retire within two years, and a new one needs half a day more for each repair.',
      },
      cost: {
        zh: '一条产线停一小时损失 12 万元，去年停了 210 个小时。',
        en: 'An hour of standstill costs 120,000 yuan a line, and last year we stood still for 210 hours.',
      },
      volume: {
        zh: '每个月大约 3,500 张维修单，手册有 2 万多份。',
        en: 'About 3,500 repair orders a month and more than 20,000 manuals.',
      },
      spend: {
        zh: '外请厂家工程师一年花 700 万元，模型这块还没花过钱。',
        en: 'Calling in the makers’ engineers costs 7 million yuan a year; on models we have spent nothing.',
      },
      goal: { zh: '明年把停机时间降两成。', en: 'Cut standstill by a fifth next year.' },
      stake: {
        zh: '我两年后也退休，想把这套经验留下来。',
        en: 'I retire in two years myself and want to leave the know-how behind.',
      },
      decider: {
        zh: '我提需求，信息中心选型，分管副总签字。',
        en: 'I state the need, the information centre selects, and the vice president signs.',
      },
      budget: {
        zh: '技改资金里能出 150 万元，要写得清楚回报。',
        en: '1.5 million yuan can come from the renewal fund if the return is written down clearly.',
      },
      deadline: { zh: '五月大修之前要能用上。', en: 'It has to work before the big overhaul in May.' },
      data: {
        zh: '图纸是涉密的，不能上公网，车间网络也不通外网。',
        en: 'Drawings are classified and cannot go on the internet; the shop floor has no outside network.',
      },
      stack: {
        zh: '有 MES 和一套老的 PDM，接口文档不全。',
        en: 'We have an MES and an old PDM whose interfaces are poorly documented.',
      },
    },
  },
  {
    id: 'saas',
    industryId: 'saas',
    covers: ['saas', 'software', 'internet', 'consulting', 'consumer-electronics', 'toys'],
    name: { zh: '许诺', en: 'Xu Nuo' },
    role: { zh: '首席技术官', en: 'Chief technology officer' },
    company: { zh: '织云协同', en: 'Zhiyun Works' },
    size: 'medium',
    knowledge: 'expert',
    useCase: { zh: '会议纪要和知识问答', en: 'meeting notes and knowledge Q&A' },
    provider: { zh: '两家海外模型的代理', en: 'two foreign models through a reseller' },
    facts: {
      today: {
        zh: '产品里已经接了两家模型，按功能写死在代码里。',
        en: 'Our product already calls two models, hard-wired by feature.',
      },
      history: {
        zh: '上个月代理商断供了 6 个小时，客户群里炸了锅。',
        en: 'Last month the reseller was down for 6 hours and our customers were furious.',
      },
      pain: {
        zh: '最大的问题是成本跟着用量涨，毛利被吃掉了。',
        en: 'Cost grows with use and eats our gross margin: that is the problem.',
      },
      cost: {
        zh: '这个季度模型成本占收入的 31%，去年同期是 14%。',
        en: 'Model cost is 31% of revenue this quarter; it was 14% a year ago.',
      },
      volume: {
        zh: '一个月大约 90 亿 token，七成是长会议的摘要。',
        en: 'About 9 billion tokens a month, seven tenths of it summaries of long meetings.',
      },
      spend: { zh: '每个月付给两家大约 62 万元。', en: 'We pay the two about 620,000 yuan a month.' },
      goal: {
        zh: '两个季度内把模型成本压到收入的 15% 以内，效果不能掉。',
        en: 'Bring model cost below 15% of revenue in two quarters without losing quality.',
      },
      stake: {
        zh: '下一轮融资要看毛利，投资人盯着这个数。',
        en: 'The next round depends on margin, and the investors watch that number.',
      },
      decider: {
        zh: '技术选型我说了算，合同要创始人签。',
        en: 'The technical choice is mine; the founder signs the contract.',
      },
      budget: {
        zh: '不用另外批，能省下来的就是预算。',
        en: 'No separate budget: what we save is the budget.',
      },
      deadline: {
        zh: '代理合同二月底到期，之前要定。',
        en: 'The reseller contract ends in February, so we decide before then.',
      },
      data: {
        zh: '会议内容是客户的，合同里写了不能拿去训练。',
        en: 'Meetings belong to our customers; our contracts forbid training on them.',
      },
      stack: {
        zh: 'Kubernetes 上的 Go 服务，中间有一层自己的模型网关，用 OpenAI 的接口格式。',
        en: 'Go services on Kubernetes with our own model gateway in the OpenAI format.',
      },
    },
  },
];
