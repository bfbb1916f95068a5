import type { Standing } from '@tokenholic/contracts';

/** Words by which a clause says that a use is not (or not yet, or no longer) a fact. Checked in this order. */
export const standingCues: readonly { standing: Standing | 'denied'; pattern: RegExp }[] = [
  {
    standing: 'denied',
    pattern:
      /没有采用|没有接入|不是事实|未接入|公司不|我们不|并不属实|没有使用|从未使用|未采用|不使用|没有上线过|没有(?:实质性?)?优势|does not use|do not use|did not adopt|was not adopted|were not adopted|has no plans?|never used|not a customer|denied|is not true/i,
  },
  {
    standing: 'ended',
    pattern:
      /已(?:于[^，。]{0,12})?(?:全部)?(?:停用|下线|弃用|退役|关停|停止)|停用了|不再使用|此前使用|曾经?(?:使用|采用|部署)|被.{0,12}替换|迁离|no longer|retired|decommissioned|discontinued|switched off|turned off|used to (?:use|run|rely)|migrated (?:away )?from|moved (?:away |off )(?:from )?|replaced its|phased out|shut down|stopped using|formerly|\bwas stopped\b|\bdropped\b|原先使用|已在[^，。]{0,10}下/i,
  },
  {
    standing: 'speculated',
    pattern:
      /传闻|据传|据称|有消息称|或将|可能会|或许|疑似|考虑|正在评估|rumou?red|reportedly considering|may (?:adopt|use|move|switch)|might|could (?:adopt|use|move|switch)|is said to|considering|evaluating whether|under evaluation|speculat|推测|传言|提议/i,
  },
  {
    standing: 'planned',
    pattern:
      /计划|拟(?!人|合)|将(?:于|在|引入|接入|采用|上线|启动|试点|会)|准备(?:引入|接入|上线|采用)|即将|打算|筹备|(?:明年|下半年|下季度)[^，。]{0,12}(?:引入|试点|上线|接入|采用|启动|迁)|未排期|下一步|尚未上线|还没有上线|还在谈|plans? to|planning|planned|will (?:introduce|adopt|deploy|pilot|launch|start|roll|use|move|migrate|replace)|intends? to|is going to|upcoming|in the pipeline|not (?:yet )?in production|aims? to|next (?:quarter|year)|by (?:the end of )?20(?:27|28)/i,
  },
  {
    standing: 'compared',
    pattern:
      /相比|对比|相较|比较了|优于|不及|不如|对照实验|盲测|选型阶段|而非|而不是|竞品|友商|compared (?:with|to|against)|versus|\bvs\.?\b|unlike|rather than|instead of|benchmarked|outperform|better than|worse than|slower than|faster than|competitors? (?:such as|like)|rivals?|blind (?:review|test)/i,
  },
];

/** The sentence takes back what it says, wherever the name stands in it. */
export const denialOfAll =
  /并不属实|不属实|纯属谣言|is not true|are untrue|denied (?:the )?(?:report|rumou?r)/i;

/** The clause says in so many words that something is in use. */
export const useCue =
  /使用|采用|接入|调用|基于|部署|运行在|跑在|承担|承接|生成|驱动|支撑|切到|切给|迁(?:到|移至)|改用|走(?:的是)?|由.{1,40}(?:完成|回答|生成|处理|负责|提供|驱动)|接在|上线|落地|合作|\buses?\b|\busing\b|\bruns? (?:on|through|in)\b|\brunning on\b|powered by|built on|based on|deployed|relies on|backed by|served by|through|switched to|moved to|migrated to|adopted|in production|\bhandles?\b|\bgenerates?\b|\bgoes? to\b|\bcalls?\b|launch(?:ed|es)|upgraded|\bcuts?\b|lifted|covers?\b|supplies|brings?\b|shortens?|signed|joined|pairs?\b|\bput\b|earned|推出|发布|升级|覆盖|提效/i;

/** The sentence is about artificial intelligence at all. */
export const aiCue =
  /AI|人工智能|大模型|模型|智能体|大语言模型|LLM|生成式|算法|机器学习|token|推理|智能|\bmodels?\b|\bagents?\b|\bassistant\b|chatbot|copilot|machine learning|generative|gpt|neural|prompt/i;

/** Deployment by the client itself, whoever made the model. */
export const selfHostedCue =
  /自建|自研|私有化|本地部署|本地化部署|内网部署|自有(?:GPU|算力|机房|集群)|自己部署|self-hosted|self-host|(?:installed|deployed|hosted) privately|private(?:ly)? (?:deploy|host|cloud deploy)\w*|on-prem(?:ise|ises)?|in-house|\bvLLM\b|\bSGLang\b|\bOllama\b|our own (?:GPUs?|cluster|data ?cent)|own (?:model|recommender|generative|intent|3B)|local(?:ly)? deploy|open weights|\bown\b.{0,20}\bmodels?\b/i;

/** A model of the client's own making, with its name when one is given. */
export const ownModelName =
  /(?:自研(?:的)?|in-house|our own|own)\s*(?:生成式)?(?:[\u4e00-\u9fff]{0,6}(?:模型|系统))?\s*(?:called |named )?([A-Z][A-Za-z]+(?:[-.]?[A-Za-z0-9]+)*)/;

/** Subject of the sentence is somebody else's business. */
export const otherCompanyCue =
  /(?:竞争对手|友商|同行|其他公司|行业内|业内)|competitors?\b|other (?:companies|banks|firms|carriers)|industry peers/i;

/** A clause that names a host says that the host serves: "through Azure", "接在火山引擎上". A mere name in a list does not. */
export const servesCue =
  /\b(?:on|via|through|from|by|at|over|against|hosted)\b|通过|经|接在|接入|走|跑在|运行在|部署在|托管|调用|采购|上(?:的)?[，。；,.)）]?$|上[，。；]/i;
