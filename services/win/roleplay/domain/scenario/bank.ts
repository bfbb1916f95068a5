import type { ObjectionCategory } from '@tokenholic/contracts';
import { ideas } from './ideas.ts';
import type { Objection } from './scenario.ts';

type Words = Omit<Objection, 'ideas' | 'category'>;
const entry = (category: ObjectionCategory, words: Words): Objection => ({
  category,
  ideas: ideas[category],
  ...words,
});

/** Every doubt a customer may raise. What stands in the bank is said by customers of any industry. */
export const bank: readonly Objection[] = [
  entry('price', {
    id: 'price_unit',
    trigger: /价|费|成本|便宜|划算|price|cost|fee|cheap|afford/i,
    says: {
      zh: '你们的单价比另一家高，采购那关就过不去。',
      en: 'Your unit price is higher than the other vendor’s. Purchasing will never let it through.',
    },
    pressed: {
      zh: '别绕，价格高这件事你还没正面回答我。',
      en: 'Do not go around it: you have not answered me on the price.',
    },
    because: {
      zh: '采购是按单价一行行比的，高出来的每一分都要我写说明。',
      en: 'Purchasing compares unit prices line by line, and I have to justify every cent above.',
    },
    lacks: { zh: '这对我们总共要花的钱意味着什么？', en: 'What does that mean for what we pay in total?' },
    better: {
      zh: '“我理解采购看单价。我们按每解决一次问题的总成本来比：简单问题走小模型，重复的走缓存，再把人工返工算进去。您看这样算给采购看可以吗？”',
      en: '“I understand that purchasing looks at unit prices. Let us compare the total cost of one resolved case: easy ones go to a smaller model, repeated ones are cached, and rework by people is counted. Would that hold in front of purchasing?”',
    },
  }),
  entry('price', {
    id: 'price_budget',
    trigger: /投入|预算|价|回报|budget|invest|price|return/i,
    says: {
      zh: '今年预算已经很紧了，我凭什么把钱放在这里？',
      en: 'Budgets are tight. Why should I put money here of all places?',
    },
    pressed: {
      zh: '钱的问题你跳过去了：我为什么要投这个？',
      en: 'You skipped the money: why should I invest in this?',
    },
    because: {
      zh: '今年每个部门都在砍，谁多花一分都要在会上解释。',
      en: 'Every department is cutting this year, and each extra yuan is explained in a meeting.',
    },
    lacks: { zh: '多久能收回来？', en: 'How soon does it come back?' },
    better: {
      zh: '“您说预算紧，我理解。按您刚才给的损失算，试点只要省下其中一成就回本；费用按实际用量付，不达标您可以停。”',
      en: '“I understand that budgets are tight. By the loss you told me, the pilot pays for itself if it saves a tenth of it; you pay only for what you use, and can stop if it misses the target.”',
    },
  }),
  entry('security', {
    id: 'security_data',
    trigger: /数据|安全|隐私|知识库|上传|data|secur|privacy|upload|knowledge base/i,
    says: {
      zh: '我们的数据很敏感，怎么可能交给外面的模型？',
      en: 'Our data is sensitive. How could we ever hand it to a model outside?',
    },
    pressed: {
      zh: '我问的是数据，你讲的是别的。数据到底怎么保护？',
      en: 'I asked about our data and you talked of something else. How is it protected?',
    },
    because: {
      zh: '去年同行泄露过一次，罚款加公关花了一年才平息。',
      en: 'A rival had a leak last year; it took them a year of fines and apologies.',
    },
    lacks: { zh: '谁能看到，会不会被拿去训练？', en: 'Who can see it, and is it used for training?' },
    better: {
      zh: '“这个顾虑很正常。敏感字段先在您的网络里脱敏，模型部署在专属环境，数据不用于训练，这条写进合同。安全团队最在意哪一项？”',
      en: '“That is a fair concern. Sensitive fields are masked inside your network, the model runs in an isolated environment, and the contract says that nothing is used for training. Which point matters most to your security team?”',
    },
  }),
  entry('security', {
    id: 'security_law',
    trigger: /合规|审计|部署|日志|complian|audit|deploy|log/i,
    says: {
      zh: '合规和审计要追到每一次调用，你们拿什么给他们看？',
      en: 'Compliance and audit want to trace every single call. What can you show them?',
    },
    pressed: { zh: '审计那边怎么交代，你还没说。', en: 'You have not said what I tell audit.' },
    because: {
      zh: '上次检查因为日志不全，被要求整改了两个月。',
      en: 'At the last inspection incomplete logs cost us two months of rework.',
    },
    lacks: { zh: '日志留多久，权限怎么分？', en: 'How long are logs kept, and who has access?' },
    better: {
      zh: '“能理解。每次调用都有审计日志，权限按人分，密钥在您手里，部署在专属网络；认证材料我这周发给审计。”',
      en: '“I understand. Every call leaves an audit log, access is by person, the key is yours and it runs in your private network; I will send the certificates to audit this week.”',
    },
  }),
  entry('lock_in', {
    id: 'lock_in',
    trigger: /平台|全部|迁|集成|接口|platform|everything|migrat|integrat|api\b/i,
    says: {
      zh: '接进来以后就被你们绑住了，以后想换怎么办？',
      en: 'Once we are in, we are tied to you. What if we want to leave?',
    },
    pressed: { zh: '我问的是以后怎么退出，你没回答。', en: 'I asked how we get out again. You did not say.' },
    because: {
      zh: '上一家就是这样，涨价三成，我们一点办法都没有。',
      en: 'That is how the last vendor did it: prices up by a third and nothing we could do.',
    },
    lacks: {
      zh: '真要换的那天，具体要做什么？',
      en: 'On the day we leave, what exactly would we have to do?',
    },
    better: {
      zh: '“您担心被绑住，我理解。接口和通用格式兼容，提示词和数据归您、可以导出，网关后面随时能切到另一家；同系列还有开源权重可以自己部署。”',
      en: '“I understand. The interface is compatible with the common format, prompts and data are yours to export, and behind a gateway you can switch to a second vendor; the family also has open weights you can run yourself.”',
    },
  }),
  entry('timing', {
    id: 'timing_busy',
    trigger: /团队|人手|项目|试点|实施|team|people|project|pilot|implement/i,
    says: {
      zh: '我们团队手上的项目已经排满了，没有人力再接新东西。',
      en: 'My team is fully booked. There is nobody for something new.',
    },
    pressed: { zh: '你说得轻松，人从哪来？', en: 'Easily said. Where do the people come from?' },
    because: {
      zh: '上个项目说好两个人，最后拖进去七个，我不能再来一次。',
      en: 'The last project was to take two people and took seven. Not again.',
    },
    lacks: { zh: '我们这边到底要出几个人、几天？', en: 'How many of my people, for how many days?' },
    better: {
      zh: '“理解，人手确实紧。我们先选一个小范围试点，我们的工程师来搭，您这边只需要一位熟业务的同事每周半天。这样您能接受吗？”',
      en: '“I understand that you are stretched. We would start with one small pilot; our engineers do the work, and we only need half a day a week of one person who knows the business. Could that work?”',
    },
  }),
  entry('timing', {
    id: 'timing_later',
    trigger: /现在|马上|尽快|今年|now|soon|this year|quick/i,
    says: {
      zh: '现在不是时候，等明年再看吧。',
      en: 'It is not the right moment. Let us look at it next year.',
    },
    pressed: { zh: '我说了，为什么不能等？', en: 'I asked you: why can it not wait?' },
    because: {
      zh: '年底人心散，我怕开了头没人收尾。',
      en: 'At year end nobody finishes what was begun; that is my fear.',
    },
    lacks: { zh: '等一等到底会损失什么？', en: 'What exactly do we lose by waiting?' },
    better: {
      zh: '“我理解年底忙。按您说的损失，每晚一个月都在付这笔钱；我们可以分两步，年前只做一个小试点，年后再决定。”',
      en: '“I understand. By the loss you told me, each month of delay costs you that again; we could go in two steps: one small pilot now, and the decision after the holidays.”',
    },
  }),
  entry('competitor', {
    id: 'competitor_cheaper',
    trigger: /对比|别家|竞品|我们的优势|compare|competitor|other vendor|advantage|better than/i,
    says: {
      zh: '另一家说他们效果最好，还更便宜，我为什么选你们？',
      en: 'Another vendor says they are best, and cheaper too. Why you?',
    },
    pressed: {
      zh: '你还是没说清楚，和他们比你们到底强在哪。',
      en: 'You still have not said where you are better than them.',
    },
    because: {
      zh: '他们的样本演示我看过，效果确实好，但都是他们自己挑的题。',
      en: 'I saw their demo, and it was good, but they chose the questions themselves.',
    },
    lacks: { zh: '怎么证明？', en: 'How would you prove it?' },
    better: {
      zh: '“别只听我说。用您自己的真实样本，两家同一批题盲测，按每解决一次的总成本来比；他们做得好的部分可以保留。”',
      en: '“Do not take my word. Let us run both on the same samples of yours, blind, and compare the total cost of a resolved case; what works well with them can stay.”',
    },
  }),
  entry('competitor', {
    id: 'competitor_happy',
    trigger: /现有|替换|换|current|replace|switch/i,
    says: {
      zh: '我们已经有供应商了，合作得还行，没必要再加一家。',
      en: 'We have a vendor and it works well enough. I see no reason to add one.',
    },
    pressed: { zh: '所以呢？我们为什么还要再加一家？', en: 'So why should we add another vendor?' },
    because: {
      zh: '跟他们签了框架，换起来内部要重新走一遍流程。',
      en: 'We have a framework contract; a change means going through everything again.',
    },
    lacks: { zh: '那具体只补哪一块？', en: 'Which part exactly would you add?' },
    better: {
      zh: '“他们做得好的部分保留就行。您刚才说的那个问题他们还没解决，我们只补这一块，用同一批样本对比。”',
      en: '“Keep what works well with them. The problem you told me about is still unsolved; we would only take that part, compared on the same samples.”',
    },
  }),
  entry('quality', {
    id: 'quality_tried',
    trigger: /机器人|模型|自动|准确|bot|model|automat|accura|assistant/i,
    says: {
      zh: '我们以前试过 AI，答非所问，被业务骂惨了。',
      en: 'We tried AI before. It talked nonsense and the business was furious.',
    },
    pressed: { zh: '你凭什么说这次不会一样？', en: 'Why would it be any different this time?' },
    because: {
      zh: '上次上线前没人测，出了事才知道它会瞎编。',
      en: 'Nobody tested it before launch; we found out that it invents things when it was too late.',
    },
    lacks: { zh: '答错了谁来兜底？', en: 'Who catches the wrong answers?' },
    better: {
      zh: '“换我也会担心。这次先用您自己的历史样本评测，达不到门槛不上线；回答只根据知识库并给出处，没把握的转人工。”',
      en: '“In your place I would worry too. This time we evaluate on your own past cases first and do not go live below the bar; it answers only from your knowledge base with the source, and hands over when it is not sure.”',
    },
  }),
  entry('quality', {
    id: 'quality_peak',
    trigger: /延迟|并发|高峰|稳定|速度|latency|peak|stable|throughput|speed|fast/i,
    says: {
      zh: '高峰期扛得住吗？慢一秒、挂一次，业务就找上门了。',
      en: 'Will it hold at peak? One second slower, one outage, and the business is at my door.',
    },
    pressed: { zh: '高峰期的稳定性，你没有正面回答。', en: 'You have not answered on stability at peak.' },
    because: {
      zh: '上次高峰崩了 20 分钟，是我写的检讨。',
      en: 'Last time it was down for 20 minutes at peak, and I wrote the apology.',
    },
    lacks: { zh: '怎么提前验证？', en: 'How do we prove it beforehand?' },
    better: {
      zh: '“这个问题问得对。上线前按您的高峰量压测并打分，先灰度一部分流量，延迟超过门槛自动切回人工或老系统。”',
      en: '“A fair question. Before it goes live we test at your peak volume and measure; we start with a share of traffic and fall back to a person when it is slower than the threshold.”',
    },
  }),
  entry('authority', {
    id: 'authority_board',
    trigger: /决定|签|定下来|下一步|decide|sign|agree|next step/i,
    says: {
      zh: '这事我一个人定不了，上面不点头什么都是空的。',
      en: 'I cannot decide this alone. Without a nod from above it is all talk.',
    },
    pressed: { zh: '领导那边怎么过，你还没说。', en: 'You have not said how we get it past my management.' },
    because: {
      zh: '上面吃过亏，最怕花了钱没个说法。',
      en: 'They were burnt before and dread spending without a result to show.',
    },
    lacks: { zh: '具体给他们看什么？', en: 'What exactly would we show them?' },
    better: {
      zh: '“明白。他们最关心的是回报和风险，我准备一页纸的测算，用您的数字；您看我们一起当面汇报合适吗？”',
      en: '“I see. They care most about return and risk, so I will prepare a one-pager with your own figures; shall we present it together?”',
    },
  }),
  entry('authority', {
    id: 'authority_purchasing',
    trigger: /合同|采购|流程|contract|purchas|process|order/i,
    says: {
      zh: '就算我同意，采购也要走招标，业务说了不算。',
      en: 'Even if I agree, purchasing runs a tender. The business does not decide.',
    },
    pressed: { zh: '采购那关你打算怎么办？', en: 'And what is your plan for purchasing?' },
    because: {
      zh: '采购要三家比价，写错一个参数就得重来。',
      en: 'They need three bids, and one wrong parameter means starting again.',
    },
    lacks: { zh: '谁来准备这些？', en: 'Who would prepare all that?' },
    better: {
      zh: '“理解。采购最看重参数和比价依据，我把技术要求和测算材料准备好，再约采购负责人一起过一遍。”',
      en: '“I understand. Purchasing cares about requirements and grounds for comparison; I will prepare both and meet the buyer together with you.”',
    },
  }),
  entry('need', {
    id: 'need_works',
    trigger: /问题|改进|提升|优化|problem|improve|better|optimi/i,
    says: { zh: '现在这样其实也能跑，为什么非要折腾？', en: 'What we have does work. Why stir it up?' },
    pressed: { zh: '我还是没听出来，不做会怎样。', en: 'I still do not hear what happens if we do nothing.' },
    because: {
      zh: '稳定对我们最重要，多一事不如少一事。',
      en: 'Stability comes first here; nobody is thanked for change.',
    },
    lacks: { zh: '用我们自己的数字说说看。', en: 'Say it in our own figures.' },
    better: {
      zh: '“确实能跑。不过按您说的数字，这个问题一年要损失不少；我们只解决这一个环节，前后对比，没效果就停。”',
      en: '“It does work. But by your own figures this problem costs you every year; we would take on this one step, measure before and after, and stop if it does not help.”',
    },
  }),
  entry('need', {
    id: 'need_hype',
    trigger: /AI|大模型|智能|人工智能|model|intelligen/i,
    says: {
      zh: '大家都在谈 AI，我看多半是炒作，和我们的经营有什么关系？',
      en: 'Everybody talks about AI. I think most of it is hype. What has it to do with our business?',
    },
    pressed: { zh: '说经营，不要说技术。', en: 'Talk about the business, not about technology.' },
    because: {
      zh: '去年听了七家讲 AI，没有一家能说出我们的一个数字。',
      en: 'Seven vendors told me about AI last year; none could name one figure of ours.',
    },
    lacks: { zh: '落到哪个数字上？', en: 'Which of our figures does it move?' },
    better: {
      zh: '“您的怀疑有道理。只看一件事：您刚才说的那笔损失。先做一个场景，用一个指标衡量，不见效就停。”',
      en: '“You are right to doubt. Look at one thing: the loss you told me about. Start with one use case, judge it by one metric, and stop if it does not move.”',
    },
  }),
  entry('migration', {
    id: 'migration_effort',
    trigger: /接入|迁移|改造|对接|上线|integrat|migrat|connect|go live|move/i,
    says: {
      zh: '现在的系统跑得好好的，迁移一次要脱层皮。',
      en: 'Our systems run. A migration would cost us an arm and a leg.',
    },
    pressed: {
      zh: '迁移的工作量和风险，你还没回答。',
      en: 'You have not answered on effort and risk of the migration.',
    },
    because: {
      zh: '上次换系统停了一个周末，业务群里骂了一个月。',
      en: 'At the last change we were down for a weekend and heard about it for a month.',
    },
    lacks: { zh: '出问题怎么退回来？', en: 'And if it goes wrong, how do we get back?' },
    better: {
      zh: '“能理解。接口格式兼容，改地址和配置就能接；先并行跑一部分流量，随时能切回原系统，我们的工程师来做。”',
      en: '“I understand. The interface is compatible, so it is a change of address; we run it in parallel on a share of traffic, you can switch back at any time, and our engineers do the work.”',
    },
  }),
];
export const objectionById = (id: string) => bank.find((objection) => objection.id === id);
