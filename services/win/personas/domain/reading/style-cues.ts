import type { PersonaTraitKey } from '@tokenholic/contracts';

/** A value of a trait and the words that speak for it, in both languages. */
export interface Cue {
  key: PersonaTraitKey;
  value: string;
  pattern: RegExp;
}

/** How somebody writes and decides. Order is of no meaning; a sentence can speak for several values. */
export const styleCues: readonly Cue[] = [
  {
    key: 'proof',
    value: 'data',
    pattern:
      /数据|指标|压测|测试报告|评测|基准|百分之|准确率|误差|样本|置信|统计|对比表|\d(?:\.\d+)?\s*(?:%|毫秒|ms\b|QPS|TPS)|\b(?:data|benchmarks?|metrics?|measure(?:d|ments?)?|figures|numbers|statistic\w*|p9[059]|test report|percent(?:age)?|sample size|error rate)\b/i,
  },
  {
    key: 'proof',
    value: 'story',
    pattern:
      /案例|客户故事|同行(?:是|都|怎么)|别(?:人|家)(?:是)?怎么|举个?例|标杆|参观|讲讲.{0,6}(?:经历|故事)|现身说法|谁(?:家)?(?:已经)?在用|\b(?:case stud(?:y|ies)|success stor(?:y|ies)|stor(?:y|ies)|who else|other (?:customers|clients|banks|companies)|reference (?:customer|call|visit)|for (?:example|instance)|walk me through how|how did (?:they|others)|peers)\b/i,
  },
  {
    key: 'decision_style',
    value: 'analytical',
    pattern:
      /方法论?|细节|原理|文档|逐[项条]|验证|依据|为什么|口径|推导|假设|详细(?:说明|列)|明细|核对|参数|\b(?:methodology|method|details?|documentation|spreadsheet|assumptions?|step by step|verify|verified|validate|rationale|how exactly|break(?: it)? down|line by line|evidence)\b/i,
  },
  {
    key: 'decision_style',
    value: 'driving',
    pattern:
      /结论(?:先|是|呢)|直接(?:说|给|上|告诉)|尽快|今天(?:内|之内|就)|拍板|定下来|一句话|别绕|不要绕|马上|限期|什么时候能|\b(?:bottom line|get to the point|decide (?:today|now|by)|by (?:monday|tuesday|wednesday|thursday|friday|tomorrow|noon)|deadline|asap|let'?s move|just tell me|what is the date|when can you|no more meetings|results?)\b/i,
  },
  {
    key: 'decision_style',
    value: 'amiable',
    pattern:
      /大家|团队(?:的)?(?:意见|想法|讨论)|一起(?:商量|讨论|看)|商量|征求|各部门|对齐|同事们?(?:的)?(?:意见|也|都)|达成(?:一致|共识)|听听|\b(?:everyone|the team (?:feels|thinks|agrees)|together|consensus|align(?:ed|ment)?|buy[- ]in|discuss (?:it )?with|check with (?:my|the)|colleagues|all stakeholders|comfortable with)\b/i,
  },
  {
    key: 'decision_style',
    value: 'expressive',
    pattern:
      /愿景|想象一下|激动|太棒了|太酷|创新|引领|颠覆|未来(?:的)?(?:方向|样子)|第一个(?:做|用|吃)|精彩|\b(?:vision|exciting|excited|love (?:it|this|the)|amazing|imagine|big idea|game[- ]changer|inspir\w+|brilliant|the future of|bold)\b/i,
  },
  {
    key: 'risk',
    value: 'cautious',
    pattern:
      /风险|稳妥|先试点|小范围|回退|回滚|万一|保守|谨慎|灰度|兜底|备用方案|出了(?:问题|事)(?:谁|怎么)|\b(?:risk(?:s|y)?|pilot first|careful(?:ly)?|fall ?back|roll(?:ing)? ?back|what if|cautious|conservative|small scale|proven|contingency|worst case)\b/i,
  },
  {
    key: 'risk',
    value: 'open',
    pattern:
      /先上(?:了|线)?再|试试看|不怕(?:试|错)|尝鲜|抢先|直接全量|先跑起来|内测|敢为|第一批|\b(?:try it out|early access|beta|go for it|happy to experiment|first mover|let'?s just try|be the first|preview program|jump in)\b/i,
  },
  {
    key: 'buying_role',
    value: 'economic_buyer',
    pattern:
      /我(?:来)?批|预算(?:由我|在我|我)|我来定|我签字|我拍板|我(?:可以|就能)(?:批|签|定)|\b(?:i(?:'ll| will| can)? (?:sign|approve)(?: off)?|my budget|i own the budget|i(?:'ll| will) sign off|my signature|i (?:can|will) commit the)\b/i,
  },
  {
    key: 'buying_role',
    value: 'champion',
    pattern:
      /我去推|我来推动|我(?:会)?帮你们|我(?:会|去)?(?:跟|和|向)(?:老板|领导|上面|总裁).{0,4}(?:说|讲|汇报)|内部我|我支持(?:你们|这个)|我(?:来)?安排你们见|\b(?:i(?:'ll| will|'m going to) (?:push|make the case|champion|fight for|introduce you|get you in front)|internally i|i(?:'m| am) on your side|i want this to (?:win|happen)|i(?:'ve| have) told (?:my boss|the board))\b/i,
  },
  {
    key: 'buying_role',
    value: 'technical_evaluator',
    pattern:
      /接口|SDK|压测|架构|并发|延迟|测试环境|部署方式|\bAPI\b|\b(?:sdk|endpoint|latency|architecture|throughput|sandbox|proof of concept|rate limits?|integration tests?|schema)\b/i,
  },
  {
    key: 'buying_role',
    value: 'user',
    pattern:
      /我们每天(?:都)?(?:用|要|在)|界面|操作(?:起来|步骤)|坐席|点(?:几|一)下|用起来|\b(?:we use (?:it|this) every day|the screen|my agents|day[- ]to[- ]day|clicks?|easy to use|our shift|on the desk)\b/i,
  },
  {
    key: 'buying_role',
    value: 'procurement',
    pattern:
      /招标|比价|报价单|付款|账期|供应商(?:入库|准入)|采购流程|三家|\b(?:rfp|tender|payment terms|net (?:30|60|90)|vendor onboarding|purchase order|best and final|three quotes|rebate)\b/i,
  },
  {
    key: 'buying_role',
    value: 'legal',
    pattern:
      /法务|违约|免责|保密协议|管辖|合同(?:第.{1,3}条|条款)|责任上限|\b(?:liability|indemnit\w+|governing law|dpa|clause|redlines?|nda|jurisdiction)\b/i,
  },
  {
    key: 'buying_role',
    value: 'blocker',
    pattern:
      /没必要换|我不同意|我反对|不看好|不考虑|用不着|为什么要换|不值得|\b(?:i (?:don'?t|do not|can'?t|cannot) support|no reason to (?:switch|change)|i(?:'m| am) against|not convinced|waste of time|stops with me|why change)\b/i,
  },
];

export const FORMAL =
  /您|贵(?:司|方|公司)|敬请|烦请|恳请|此致|敬礼|顺颂|特此|尊敬的|如蒙|惠赐|兹|感谢您的|\b(?:dear (?:mr|ms|mrs|dr|sir|madam|all)|sincerely|yours (?:truly|faithfully)|kind regards|would you kindly|please find|i would (?:appreciate|be grateful)|we would (?:like|appreciate)|herewith|pursuant|at your earliest convenience|furthermore)\b/gi;
export const CASUAL =
  /哈哈?|呀|啦|嘛|哦|搞定|咱|辛苦啦|～|~|！！|👍|😄|🙏|OK[啦的吧]|行吧|妥了|\b(?:hey|hi there|thx|cheers|gonna|wanna|yeah|yep|cool|no worries|btw|lol|awesome|folks|quick one|ping me)\b|!!|:\)/gi;
