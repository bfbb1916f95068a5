import type { Standing } from '@tokenholic/contracts';

/** Words by which a clause says that a use is not (or not yet, or no longer) a fact. Checked in this order. */
export const standingCues: readonly { standing: Standing | 'denied'; pattern: RegExp }[] = [
  {
    standing: 'denied',
    pattern:
      /不会(?:再)?(?:使用|采用|接入|引入)|未使用|没有保留|did not keep|没有采用|没有接入|不是事实|未接入|公司不|我们不|并不属实|没有使用|从未使用|未采用|不使用|没有上线过|没有(?:实质性?)?优势|does not use|do not use|did not adopt|was not adopted|were not adopted|has no plans?|never used|not a customer|denied|is not true/i,
  },
  {
    standing: 'ended',
    pattern:
      /(?:后|就|已)下线|下线了|stopped in |shelved|scrapped|abandoned|已(?:于[^，。]{0,12})?(?:全部)?(?:停用|下线|弃用|退役|关停|停止)|停用了|不再使用|此前使用|曾经?(?:使用|采用|部署)|被.{0,12}替换|迁离|no longer|retired|decommissioned|discontinued|switched off|turned off|used to (?:use|run|rely)|migrated (?:away )?from|moved (?:away |off )(?:from )?|replaced its|phased out|shut down|stopped using|formerly|\bwas stopped\b|\bdropped\b|原先使用|已在[^，。]{0,10}下/i,
  },
  {
    standing: 'speculated',
    pattern:
      /传闻|据传|据称|有消息称|或将|可能会|或许|疑似|考虑|正在评估|rumou?red|reportedly considering|may (?:adopt|use|move|switch)|might|could (?:adopt|use|move|switch)|is said to|considering|evaluating whether|under evaluation|speculat|rumou?red|may also (?:use|adopt)|推测|传言|提议/i,
  },
  {
    standing: 'planned',
    pattern:
      /计划|(?<![虚模比])拟(?!人|合|真)|将(?:于|在|引入|接入|采用|上线|启动|试点|会)|准备(?:引入|接入|上线|采用)|即将|打算|筹备|(?:明年|下半年|下季度)[^，。]{0,12}(?:引入|试点|上线|接入|采用|启动|迁)|未排期|下一步|尚未上线|还没有上线|还在谈|plans? (?:to|for|across)|planning (?:to|on|for)|planned|will (?:introduce|adopt|deploy|pilot|launch|start|roll|use|move|migrate|replace)|intends? to|is going to|upcoming|in the pipeline|not (?:yet )?in production|aims? to|next (?:quarter|year)|by (?:the end of )?20(?:27|28)/i,
  },
  {
    standing: 'compared',
    pattern:
      /相比|对比|相较|比较了|优于|不及|不如|对照实验|盲测|选型阶段|而非|而不是|竞品|友商|compared (?:\w+ )?(?:with|to|against)|versus|\bvs\.?\b|unlike|rather than|instead of|benchmarked|outperform|better than|worse than|slower than|faster than|competitors? (?:such as|like)|rivals?|blind (?:review|test)/i,
  },
];

/** The sentence takes back what it says, wherever the name stands in it. */
export const denialOfAll =
  /并不属实|不属实|纯属谣言|is not true|are untrue|denied (?:the )?(?:report|rumou?r)/i;

/** The clause says in so many words that something is in use. */
export const useCue =
  /使用|采用|选用|选了|引入|切换到|换成|接入|调用|基于|部署|运行在|跑在|承担|承接|生成|驱动|支撑|切到|切给|迁(?:到|移至)|改用|走(?:的是)?|由.{1,40}(?:完成|回答|生成|处理|负责|提供|驱动)|接在|上线|落地|合作|\buses?\b|\busing\b|\bused\b(?! to )|\bruns? (?:on|through|in)\b|\brunning on\b|powered by|built on|based on|deployed|relies on|backed by|served by|through|switched to|moved to|migrated to|adopted|introduc(?:es|ed|ing)|\bchose\b|\btalks? to\b|\bgo to\b|in production|\bhandles?\b|\bgenerates?\b|\bgoes? to\b|\bcalls?\b|launch(?:ed|es)|upgraded|\bcuts?\b|lifted|covers?\b|supplies|brings?\b|shortens?|signed|joined|pairs?\b|\bput\b|earned|推出|发布|升级|覆盖|提效/i;

/** The sentence is about artificial intelligence at all. */
export const aiCue =
  /AI|人工智能|大模型|模型|智能体|大语言模型|LLM|生成式|算法|机器学习|token|推理|智能|\bmodels?\b|\bagents?\b|\bassistant\b|chatbot|copilot|machine learning|generative|gpt|neural|prompt/i;

/** Deployment by the client itself, whoever made the model. */
export const selfHostedCue =
  /自建|自研|自主研发|私有化|本地部署|本地化部署|内网部署|(?:自有|自己)(?:的)?\s?(?:GPU|算力|机房|集群|服务器)|自己部署|self-hosted|self-host|(?:installed|deployed|hosted) privately|private(?:ly)? (?:deploy|host|cloud deploy)\w*|on-prem(?:ise|ises)?|in-house|\bvLLM\b|\bSGLang\b|\bOllama\b|(?:our|its|their) own (?:GPUs?|cluster|data ?cent|machines|servers|hardware)|self-hosts?|of its own making|own (?:model|recommender|generative|intent|3B)|local(?:ly)? deploy|open weights|weights are open|\bown\b.{0,20}\bmodels?\b/i;

/** Subject of the sentence is somebody else's business. */
export const otherCompanyCue =
  /(?:竞争对手|友商|同行|同业|其他公司|行业内|业内)|\brivals?\s|\bpeer (?:firm|company|bank)|competitors?\b|other (?:companies|banks|firms|carriers)|industry peers/i;

/** A clause that names a host says that the host serves: "through Azure", "接在火山引擎上". A mere name in a list does not. */
export const servesCue =
  /\b(?:on|via|through|from|by|at|over|against|hosted)\b|通过|经|接在|接入|走|跑在|运行在|部署在|托管|调用|采购|上(?:的)?[，。；,.)）]?$|上[，。；]/i;

/** What a job ad wants applicants to know says nothing about what the company runs. */
export const wantedSkillCue =
  /nice to have|familiar(?:ity)? with|(?:hands-on |working )?experience (?:with|in|of)\b|(?:is|are) a plus|preferred qualifications|优先|任职要求|熟悉.{0,40}(?:等|主流)|了解.{0,20}者/i;

/** Places of what is being left: inside what the pattern matches, or right after it. */
export const leavingCue: readonly { pattern: RegExp; side: 'inside' | 'after' }[] = [
  {
    pattern:
      /(?:由|从|把)(?!前|未).{1,40}?(?:换成|换为|替换为|切换(?:到|为|至)|迁(?:移)?(?:到|至)|升级(?:到|为))/,
    side: 'inside',
  },
  { pattern: /\b(?:migrat\w*|mov\w+|switch\w*|chang\w+)\b.{0,40}?\bfrom\b.{1,40}?\bto\b/i, side: 'inside' },
  { pattern: /\breplac(?:ing|es|ed) (?:the |its |our )?(?!by)/i, side: 'after' },
  { pattern: /\bafter (?:\w+ ){1,3}(?:years?|months?) (?:on|with) /i, side: 'after' },
  { pattern: /(?:取代|替代|替换)了?(?:原有的|原来的|此前的|之前的)?/, side: 'after' },
  { pattern: /\b(?:started|began|first ran|launched) (?:out )?on /i, side: 'after' },
];

/** "A rather than B" in one clause. */
export const preferredCue = /\brather than\b|\binstead of\b|而不是|而非/i;

/** The sentence goes on from what was used before to what is used now. */
export const switchCue =
  /\b(?:moved|migrated|switched) (?:it|them|this|that|everything|over)\b|\b(?:since|later|then|now) (?:moved|migrated|switched) to\b|\bmoved to\b|后来|于是(?:换|改|迁|切)|(?:全部|现在|如今|现已)(?:换成|迁到|切到|改用)|迁到了|换成了/i;

/** "AI in customer service": a use without a verb. */
export const placedUseCue = /\b(?:AI|agents?|models?|LLMs?) (?:in|for|across) /i;
