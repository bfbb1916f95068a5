import type { personaTraitValues } from '@tokenholic/contracts';

type Topic = (typeof personaTraitValues)['priority'][number];

/** What somebody speaks about, in both languages. */
export const topicCues: Readonly<Record<Topic, RegExp>> = {
  cost: /价格|报价|费用|预算|成本|折扣|单价|便宜|贵|省钱|\b(?:price|pricing|cost(?:s|ly)?|budget|discount|cheaper|expensive|spend|fees?)\b/i,
  quality:
    /准确|质量|效果|幻觉|答错|出错|错误率|一致性|\b(?:accura(?:te|cy)|quality|hallucinat\w+|wrong answers?|error rate|consisten(?:t|cy)|precision)\b/i,
  performance:
    /延迟|并发|吞吐|速度|排队|响应(?:时间|慢)|高峰|卡顿|压测|\b(?:latency|throughput|concurren\w+|speed|queu(?:e|ing)|response times?|peak|slow)\b/i,
  security:
    /安全|合规|隐私|数据(?:不能|不得)?出境|加密|审计|权限|脱敏|等保|\b(?:security|complian(?:ce|t)|privacy|data residency|encrypt\w*|audit|gdpr|leave the region|access control)\b/i,
  integration:
    /对接|集成|接口|迁移|改造|打通|兼容|\b(?:integrat\w+|migrat\w+|connectors?|compatib\w+|api|legacy systems?|plug into)\b/i,
  support:
    /售后|支持(?:团队|响应)|服务(?:响应|团队)|驻场|工单|培训|没人(?:管|理)|\b(?:support (?:team|tickets?)|service level|sla|on[- ]site|training|account manager|response from support|help ?desk)\b/i,
  timeline:
    /上线(?:时间|日期)?|工期|进度|交付|排期|来不及|延期|月底前|\b(?:go[- ]live|timeline|schedule|deliver(?:y|ed)?|milestones?|delay(?:s|ed)?|launch date|in time for)\b/i,
  independence:
    /绑定|锁定|可替换|多(?:家|云)|退出|自主|开源|\b(?:lock[- ]?in|exit (?:plan|clause)|multi[- ]cloud|open[- ]source|portab\w+|switch(?:ing)? (?:away|vendors)|single vendor)\b/i,
  business_result:
    /转化|营收|收入|增长|客户满意|回报|ROI|留存|业绩|\b(?:conversion|revenue|growth|customer satisfaction|return on investment|roi|retention|nps|payback)\b/i,
  ease_of_use:
    /易用|上手|界面|操作(?:简单|复杂)|好用|难用|\b(?:easy to use|user[- ]friendly|learning curve|interface|usability|intuitive|clumsy|clicks)\b/i,
};

/** That something hurts. */
export const COMPLAINT =
  /太慢|慢得|卡死|卡顿|排队(?:超|太|要)|崩|超(?:支|预算)|太贵|投诉|出错|答错|不稳定|头疼|麻烦|掉线|加班|没人(?:管|理)|超时|失败|来不及|延期|受不了|糟|难用|绑死|退不出|流失|下滑|翻车|\b(?:too (?:slow|expensive|long|complicated|many)|outages?|over budget|complain\w*|fail(?:s|ed|ures?|ing)?|unstable|painful|frustrat\w+|stuck|nightmare|broken|manual(?:ly)?|cannot cope|struggl\w+|losing|keeps? (?:crashing|breaking|failing)|nobody (?:answers|responds)|clumsy|trapped|behind schedule|dropp(?:ed|ing))\b/i;

/** That it is about what they have today, with somebody else. */
export const PRESENT =
  /现在(?:这家|用的|的(?!价|报价))|目前|上(?:个|次|季度|个月)|老是|经常|一直|总是|天天|每天|已经|\b(?:today|current(?:ly)?|already|every (?:day|week|month|friday|night)|last (?:week|month|quarter|year)|keeps?|existing)\b/i;

/** Words with which somebody holds back, by the kind of objection it makes likely. */
export const objectionCues: Readonly<Record<string, RegExp>> = {
  price:
    /太贵|超预算|贵了|再便宜|折扣不够|价格(?:太高|偏高|没优势)|\b(?:too expensive|over (?:our )?budget|cheaper (?:elsewhere|offer)|price is (?:too )?high|better price)\b/i,
  security:
    /(?:数据|安全|合规|隐私).{0,14}(?:不能|担心|顾虑|过不了|谁负责|怎么保证)|不能出境|\b(?:leave the region|worried about (?:security|privacy|our data)|won'?t pass (?:compliance|security)|who is liable|data (?:residency|protection) (?:is|remains) a)\b/i,
  lock_in:
    /绑死|绑定(?:太|在)|退不出|锁定|换不了|\b(?:lock(?:ed)?[- ]?in|trapped|no exit|cannot leave|single vendor)\b/i,
  timing:
    /明年再|现在不是时候|下个?季度再|等(?:预算|审批)|没精力|\b(?:not (?:right )?now|next (?:year|quarter)|bad timing|after the (?:freeze|audit)|too early)\b/i,
  competitor:
    /(?:火山|百度|腾讯|华为|字节|DeepSeek|对手|友商|另一家).{0,16}(?:便宜|更好|报价|更快|已经)|\b(?:azure|aws|google|openai|competitor|other vendor)\b.{0,40}\b(?:cheaper|better|already|faster|offers?)\b/i,
  quality:
    /(?:效果|准确率?|质量).{0,10}(?:不行|不够|达不到|差|不稳)|答错|幻觉|\b(?:not accurate enough|hallucinat\w+|wrong answers?|quality (?:is )?(?:not|isn'?t|poor)|fails? our tests?)\b/i,
  authority:
    /不是我(?:说了算|能定|做主)|我做不了主|要(?:领导|老板|总部|董事会).{0,6}(?:批|定|同意)|\b(?:not my (?:call|decision)|above my|need(?:s)? (?:the board|approval)|i can'?t decide|headquarters decides)\b/i,
  need: /没必要|用不着|现在(?:的)?够用|不需要|\b(?:don'?t need|no need|what we have works|good enough already|no reason to (?:switch|change))\b/i,
  migration:
    /(?:迁移|改造|切换).{0,12}(?:成本|风险|麻烦|太|工作量|怕)|\b(?:migrat\w+ (?:effort|cost|risk|is)|rewrite|switching cost|too much work to move|rip and replace)\b/i,
};

/** What a title says about somebody's part in buying. First match counts. */
export const titleCues: readonly { role: string; pattern: RegExp }[] = [
  { role: 'procurement', pattern: /采购|供应商管理|procure|sourcing|category manager|purchas/i },
  { role: 'legal', pattern: /法务|合规官|律师|legal|counsel|attorney/i },
  {
    role: 'economic_buyer',
    pattern:
      /(?<!技术)总裁|总经理|董事|首席|财务总监|创始人|\b(?:ceo|cfo|coo|cio|cdo|cto|chief .{2,30} officer|founder|managing director|finance director)\b/i,
  },
  {
    role: 'technical_evaluator',
    pattern:
      /架构|算法|研发|工程师|技术(?!副?总)|安全经理|\b(?:architect|engineer\w*|developer|data scien\w+|head of (?:platform|engineering|model risk)|security)\b/i,
  },
  { role: 'user', pattern: /运营|客服|坐席|专员|\b(?:operations|desk lead|agent|analyst|coordinator)\b/i },
];
