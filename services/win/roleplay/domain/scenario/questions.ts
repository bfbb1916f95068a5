import type { Question } from './scenario.ts';

/** What a customer wants to know of the seller. */
export const questions: readonly Question[] = [
  {
    id: 'latency',
    says: {
      zh: '响应时间能做到多少？我们的用户等不了。',
      en: 'What response time can you reach? Our users do not wait.',
    },
    pressed: { zh: '我问的是响应时间。', en: 'My question was about response time.' },
    ideas: [
      /延迟|响应|首字|毫秒|秒|latency|response time|first token|milliseconds?|seconds?/i,
      /流式|缓存|小模型|轻量|输出长度|stream|cach|smaller model|lighter|output length|shorter/i,
      /压测|实测|测(?:一下|给|出)|您的(?:量|高峰|样本|请求)|load test|measure|your (?:traffic|peak|requests|own)/i,
    ],
    lacks: { zh: '在我们的量上怎么验证？', en: 'How do we check that at our volume?' },
    better: {
      zh: '“首字延迟取决于模型和输入长度。流式输出加缓存能明显缩短；我们用您的高峰请求压测，把结果给您看。”',
      en: '“Time to the first token depends on model and input length. Streaming and caching cut it a lot; we will load-test with your peak requests and show you the result.”',
    },
  },
  {
    id: 'quality_proof',
    says: { zh: '你怎么证明它在我们的业务上答得准？', en: 'How do you prove that it is right on our cases?' },
    pressed: { zh: '怎么证明，你没说。', en: 'You have not said how you prove it.' },
    ideas: [
      /评测|测试集|抽样|打分|标注|evaluat|test set|sample|scor(?:e|ing)|label/i,
      /您的(?:真实)?(?:样本|数据|问题|对话|材料)|历史(?:对话|数据|样本|问题)|your (?:own |real )?(?:samples|data|cases|questions|documents)|past (?:cases|conversations)/i,
      /业务(?:专家|人员|同事)|人工(?:评|复核|打)|盲测|门槛|指标|experts?|reviewers?|blind|threshold|metric|people who know/i,
    ],
    lacks: { zh: '谁来判对错？', en: 'Who decides what is right?' },
    better: {
      zh: '“从您的历史对话里抽样做测试集，由您的业务专家盲评打分，先约定门槛再看结果。”',
      en: '“We draw a test set from your past cases, your experts score it blind, and we agree on the threshold before anyone sees results.”',
    },
  },
  {
    id: 'integration',
    says: {
      zh: '跟我们现有的系统怎么对接，要改多少东西？',
      en: 'How does it connect to what we have, and how much must change?',
    },
    pressed: { zh: '对接怎么做，还没回答。', en: 'You have not told me how it connects.' },
    ideas: [
      /接口|API|SDK|兼容|网关|interface|compatib|gateway|endpoint/i,
      /改(?:动)?(?:很)?(?:小|少|地址|配置)|不用改|几天|工作量|little (?:code|change)|change (?:the|one)|days|effort|small change/i,
      /您的(?:网关|系统|服务|平台)|集成平台|工单|订单|your (?:gateway|system|services|platform|ticket|own)/i,
    ],
    lacks: { zh: '我们这边要改哪些？', en: 'What has to change on our side?' },
    better: {
      zh: '“接口兼容通用格式，接在您的网关后面，改地址和密钥即可；业务系统不用改，第一版大约几天工作量。”',
      en: '“The interface follows the common format and goes behind your gateway: a change of address and key. Your own systems stay as they are; a first version is a few days of effort.”',
    },
  },
  {
    id: 'isolation',
    says: {
      zh: '我们的数据和别家的怎么隔离，会不会拿去训练？',
      en: 'How is our data kept apart from others’, and is it used for training?',
    },
    pressed: { zh: '隔离和训练的问题，请正面回答。', en: 'Isolation and training: please answer that.' },
    ideas: [
      /隔离|专(?:属|有)|VPC|独立|租户|isolat|private|dedicated|separate|tenant/i,
      /不(?:会)?(?:用|拿).{0,10}训练|not (?:be )?used (?:to|for) train|never train|no training|not train/i,
      /加密|密钥|脱敏|日志|权限|合同|encrypt|\bkeys?\b|mask|\blogs?\b|access|contract/i,
    ],
    lacks: { zh: '白纸黑字写在哪？', en: 'And where is that in writing?' },
    better: {
      zh: '“数据在专属环境里隔离，传输和存储都加密，密钥归您；不用于训练，这一条写进合同。”',
      en: '“Your data is isolated in a dedicated environment and encrypted with your key; it is never used for training, and the contract says so.”',
    },
  },
  {
    id: 'model_choice',
    says: {
      zh: '这么多型号，你建议我们用哪个，为什么？',
      en: 'You have so many models. Which do you suggest for us, and why?',
    },
    pressed: { zh: '所以到底用哪个？', en: 'So which one is it?' },
    ideas: [
      /小模型|轻量|大模型|旗舰|flash|turbo|plus|max|qwen|通义|千问|smaller|lighter|larger|flagship/i,
      /简单(?:的|问题)|复杂|难(?:的|题)|分级|路由|按难度|easy|simple|hard(?:er)?|complex|rout(?:e|ing)|tier|difficult/i,
      /因为|所以|取决于|成本|延迟|您的(?:场景|量|要求)|because|since|depends|cost|latency|your (?:case|volume|need)/i,
    ],
    lacks: { zh: '为什么是它？', en: 'Why that one?' },
    better: {
      zh: '“分级用：简单问题走轻量模型，因为量大、要快；复杂的再走大模型。按您的量，先这样配，评测后再调。”',
      en: '“Two tiers: easy questions go to a lighter model because they are many and must be fast, and complex ones to a larger model. That suits your volume; we adjust it after the evaluation.”',
    },
  },
  {
    id: 'capacity',
    says: {
      zh: '高峰是平时的好几倍，限流怎么办？',
      en: 'Our peak is several times the normal load. What about rate limits?',
    },
    pressed: { zh: '限流的问题呢？', en: 'And the rate limits?' },
    ideas: [
      /限流|配额|并发|扩容|预留|rate limit|quota|concurren|scale|reserve|capacity/i,
      /提前|预约|压测|弹性|in advance|beforehand|load test|elastic|ahead/i,
      /降级|排队|备用|异步|批量|缓存|degrade|queue|fall ?back|batch|cach|second model/i,
    ],
    lacks: { zh: '真超了会发生什么？', en: 'And if we exceed it all the same?' },
    better: {
      zh: '“高峰前提前预留配额并压测；真超了先走缓存和排队，再降级到备用模型，不会直接报错。”',
      en: '“We reserve quota ahead of the peak and load-test it; beyond it requests are cached and queued, then fall back to a second model instead of failing.”',
    },
  },
  {
    id: 'outcome',
    says: {
      zh: '一句话，它给公司带来什么结果？',
      en: 'In one sentence: what does the company get out of it?',
    },
    pressed: { zh: '我要的是结果，一句话。', en: 'The result, please, in one sentence.' },
    ideas: [
      /省|降(?:低|到|下)?|提(?:高|升)|缩短|压到|少(?:损失|赔)|多(?:赚|收)|回(?:报|本)|sav(?:e|es|ing)|cut|reduc|increas|shorten|from .{1,20} to|return|earn|fewer|more revenue/i,
      /您(?:刚才|前面)?(?:说|提)|按您|目标|指标|you (?:said|told|mentioned)|your (?:target|goal|figure|number|own)|by your/i,
      /因为|通过|靠|这样|其中|because|by (?:letting|taking|handling|checking|having)|so that|which means/i,
    ],
    lacks: { zh: '落到我们哪个数字上？', en: 'On which of our figures?' },
    better: {
      zh: '“一句话：按您说的目标，把这件事的时间降下来，同时少掉您提到的那笔损失，因为简单的由模型先处理，人只看难的。”',
      en: '“In one sentence: it brings you to the target you named and cuts the loss you mentioned, because the model takes the easy cases and people look at the hard ones.”',
    },
  },
  {
    id: 'risk',
    says: {
      zh: '最大的风险是什么？别跟我说没有。',
      en: 'What is the biggest risk? Do not tell me there is none.',
    },
    pressed: { zh: '风险呢？', en: 'And the risk?' },
    ideas: [
      /风险|答错|出错|不准|用不起来|成本(?:失控|超)|泄露|risk|wrong|error|mistake|not (?:be )?used|overrun|leak/i,
      /门槛|上限|人工|转人工|复核|评测|灰度|试点|threshold|cap\b|limit|human|review|evaluat|gradual|pilot|small/i,
      /停|退出|回滚|切回|不达标|stop|exit|roll ?back|switch back|misses|pull out/i,
    ],
    lacks: { zh: '那怎么控制？', en: 'And how is it contained?' },
    better: {
      zh: '“最大的风险是答错没人发现。所以先小范围试点，没把握的转人工，设门槛，不达标就停，损失有上限。”',
      en: '“The biggest risk is a wrong answer nobody notices. So we start with a small pilot, hand over when it is not sure, set a threshold and stop if it misses it: the loss is capped.”',
    },
  },
  {
    id: 'why_you',
    says: { zh: '为什么是你们，不是别家？', en: 'Why you and not somebody else?' },
    pressed: { zh: '换一家也能说这些。为什么是你们？', en: 'Any vendor could say that. Why you?' },
    ideas: [
      /同行|案例|客户|经验|参考|in your industry|customers?|case|reference|experience/i,
      /您(?:说|提|刚才|的要求)|正好|针对您|you (?:said|told|need|mentioned)|your (?:requirement|case|situation|deadline)/i,
      /您的样本|对比|评测|试点|验证|不用听我|your (?:own )?(?:samples|data)|compare|evaluat|pilot|prove|do not take my word/i,
      /开源|开放|整套|全栈|本地|专属|兼容|open[- ](?:weight|source|model)|full stack|one contract|local|dedicated|compatib/i,
    ],
    lacks: { zh: '跟我们的情况有什么关系？', en: 'What has that to do with our situation?' },
    better: {
      zh: '“三点都对着您说的要求：数据留在专属环境，接口兼容不用重写，还有开源权重可退。不用听我说，用您的样本对比一次。”',
      en: '“It answers what you told me: your data stays in a dedicated environment, the interface is compatible, and open weights leave you a way out. Do not take my word: compare us on your own samples.”',
    },
  },
  {
    id: 'ask',
    says: { zh: '你今天希望我做什么？', en: 'What do you want me to do today?' },
    pressed: { zh: '说清楚，要我做什么决定？', en: 'Be clear: what decision do you want from me?' },
    ideas: [
      /希望您|请您|需要您|您(?:定|批|指定|同意|安排)|i (?:would )?(?:like|need|ask) you|we need (?:from )?you|please|your (?:go|agreement|approval|nod)|name (?:one|a)|would you/i,
      /试点|评测|负责人|样本|会|pilot|evaluation|owner|samples|meeting|person/i,
      /周|月|天|号|之前|week|month|day|before|by /i,
    ],
    lacks: { zh: '什么时候，谁来负责？', en: 'When, and who owns it?' },
    better: {
      zh: '“只请您定一件事：指定一位负责人，下周三前给我们一批样本，两周后带着结果再来向您汇报。”',
      en: '“One thing: name an owner and let us have samples by next Wednesday; in two weeks we come back to you with the result.”',
    },
  },
  {
    id: 'why_ask',
    says: { zh: '你问这么多，是想帮我解决什么？', en: 'You ask a lot. What is it you want to help me with?' },
    pressed: { zh: '所以你到底想帮我解决什么？', en: 'So what do you want to help me with?' },
    ideas: [
      /您(?:刚才|前面)?(?:说|提)(?:的|到|过)?|听下来|you (?:said|told|mentioned)|from what you|i heard/i,
      /想(?:看|弄清|了解|确认|判断)|先(?:弄清|了解|搞清)|want to (?:understand|see|find|know|make sure)|before i|to understand|so that i/i,
      /哪(?:里|块|一步)|值不值|能不能|是否|where|whether|which (?:part|step)|worth/i,
    ],
    lacks: { zh: '听出什么来了？', en: 'And what have you heard so far?' },
    better: {
      zh: '“您刚才说的那个问题代价不小，我想先弄清楚是哪一步造成的，再判断值不值得用模型来做。”',
      en: '“The problem you told me about is costly. I want to understand which step causes it before I say whether a model is worth it.”',
    },
  },
  {
    id: 'reference',
    says: {
      zh: '有跟我们差不多的客户在用吗，结果怎么样？',
      en: 'Does anyone like us use it, and with what result?',
    },
    pressed: { zh: '没有先例的话，直说。', en: 'If there is no example, say so.' },
    ideas: [
      /客户|案例|同行|公司|银行|医院|customers?|case|company|compan|bank|hospital|in your industry/i,
      /结果|之后|从.{1,12}到|降|提|省|result|after|from .{1,20} to|reduc|cut|sav(?:e|ed)|rose/i,
      /公开|可以(?:介绍|联系|参观|查)|联系人|来源|不完全一样|published|can introduce|talk to|visit|source|not quite the same|differs/i,
    ],
    lacks: { zh: '结果怎么样，能查证吗？', en: 'With what result, and can I check it?' },
    better: {
      zh: '“有一家情况相近的客户，公开案例里写了做法和结果；和您不完全一样的地方我也会说明，可以介绍您和他们聊。”',
      en: '“There is a customer in a similar position; the published case tells what they did and the result. I will say where it differs from you, and can introduce you.”',
    },
  },
];
export const questionById = (id: string) => questions.find((question) => question.id === id);
