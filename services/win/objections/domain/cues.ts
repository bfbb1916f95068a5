import type { ObjectionCategory } from '@tokenholic/contracts';

/** A way to say an objection, with how telling it is: 3 decides, 1 hints. */
export type Cue = readonly [RegExp, number];

/** What buyers say, by kind, in both languages. Written from sales practice, not from the sentences it is measured on. */
export const cues: Readonly<Record<ObjectionCategory, readonly Cue[]>> = {
  price: [
    [
      /太贵|贵了|好贵|价格(?:偏|太|有点)?高|报价(?:高|太|偏)|便宜(?:点|一半|很多|不少)|性价比|划不来|不划算|超(?:出|过)?预算|没(?:有)?(?:这个|这么多|多少)?预算|预算(?:有限|不够|砍|只有|就|紧|没|已经|卡)|砍(?:了)?预算|打折|折扣|优惠|降价|省钱|烧钱|花(?:这|那)?(?:个|么多|笔)?钱|钱(?:花|不够)|账单|隐(?:性|形|藏)(?:成本|费用|收费)|成本(?:太|过|更|算|压)|多少钱|收费|费用(?:太|高|超|怎么)|单价|ROI|回本|投入产出|涨价|付不起|掏(?:不起|钱)|财务(?:那边|不会|看到)|一年(?:要|下来).{0,8}万/i,
      2,
    ],
    [
      /\b(?:too )?expensive|\bpricey|\bcost(?:s|ly)? (?:too|more|twice|a lot|us)|\btoo much money|\bcheaper|\bdiscount|\bbudget|\bover budget|\bafford|\bprice(?:s|d|y)?\b|\bpricing|\bquote (?:is|was|came)|\bhidden (?:cost|fee|charge)s?|\bbill(?:s|ing|ed)?\b|\bROI\b|\bpay(?:ing)? (?:back|that much|double|for itself)|\bper[- ]token\b|\bfees?\b|\bmoney\b|\bspend(?:ing)?\b|\bfinance (?:will|would|won't|team|director)|\bCFO\b|\b\d+ ?% (?:less|cheaper|more)/i,
      2,
    ],
  ],
  security: [
    [
      /数据(?:安全|泄露|泄漏|外泄|出境|隐私|合规|放(?:在|到)|存(?:在|到|哪)|上云|传(?:到|出|给)|给你们|不能|不出|会不会|被)|隐私|合规|等保|泄(?:露|漏|密)|监管|审计|脱敏|内网|涉密|保密|拿(?:我们|去)的?(?:数据|对话|资料).{0,6}(?:训练|学习)|训练你们|个人信息|患者|病历|身份证|银保监|网信|法务|信息安全|安全(?:部|团队|评审|审查|认证)|出(?:海|境)|GDPR|ISO ?27001|不能出(?:厂|院|园|境|门)|谁能看到|权限(?:怎么|控制)|黑客|攻击/i,
      2,
    ],
    [
      /\bdata (?:leak|privacy|protection|residency|sovereignty|security|breach|leaves?|leaving|goes|going|stored|stay)|\bprivacy|\bcomplian(?:ce|t)|\bGDPR|\bHIPAA|\bSOC ?2|\bISO ?27001|\bsecur(?:e|ity)|\bbreach|\bleak(?:s|ed|ing)?\b|\bconfidential|\bsensitive|\bregulat(?:or|ors|ed|ion|ory)|\baudit(?:or|ors|ed|s)?\b|\btrain(?:ing)? (?:your |the |a )?models? on (?:our|my)|\b(?:our|customer|patient|personal) (?:data|records|information)\b|\bPII\b|\bwho can (?:see|read|access)|\bencrypt|\bair[- ]gapped|\bCISO\b|\binfosec|\bprompt injection|\bhack(?:ed|ers?)?\b|\bsubpoena/i,
      2,
    ],
  ],
  lock_in: [
    [
      /绑(?:定|死|住|架|在)|锁(?:定|死|在|住)|被你们(?:套|拿捏|卡)|套牢|换(?:不了|不掉|供应商|厂商|一家)(?:.{0,8}(?:难|麻烦|怎么|吗|成本))?|离不开|鸡蛋.{0,6}篮子|单一(?:供应商|厂商|来源)|一家(?:独大|供应|厂商)|依赖(?:你们|一家|单一|某|太|程度|性)|退出(?:机制|成本|来|条款)?|可移植|迁出|带(?:得|不)走|导(?:出|得出)|私有(?:格式|协议)|开放标准|议价(?:能力|权)|受制于人|脖子|停(?:服|掉服务)|倒闭|不做了怎么办|多云|以后(?:涨价|想换|要换|要走)/i,
      2.4,
    ],
    [
      /\block(?:ed)?[- ]?in(?:to)?\b|\btied (?:to|into|up)|\bdepend(?:ent|ence|ing)? (?:on|upon) (?:one|a single|you|your|just)|\bsingle (?:vendor|supplier|provider|source)|\bone (?:vendor|supplier|provider|basket)|\beggs in one basket|\bportab(?:le|ility)|\bproprietary|\bexit (?:plan|clause|strategy|cost)|\b(?:leave|walk away|get out|switch away|move away)\b.{0,30}\b(?:later|easily|cost|hard|impossible|some day|one day)|\bhostage|\bstuck with (?:you|one|your)|\bexport (?:our|the|everything)|\bopen standards?|\bmulti[- ]?cloud|\bvendor risk|\bif you (?:raise|shut|discontinue|go (?:bust|under))|\bcan(?:not|'t) (?:take|get) (?:it|them|our \w+) (?:with us|out)|\bbargaining (?:power|position)/i,
      2.4,
    ],
  ],
  timing: [
    [
      /现在(?:不是|还不|没(?:空|精力|时间|工夫)|顾不上|太忙|时机|不急)|时机(?:不|未|还)|以后再(?:说|看|谈)|过(?:段|阵|一段|些)(?:时间|日子)|等(?:等|一等|明年|下(?:个|半|一)|年后|春节|双|大促|系统|项目|这|过|旺季|淡季|忙完|上线|他们|我们|到)|明年(?:再|的|初)?|下(?:个)?(?:季度|半年|财年)|年后|年底(?:前|了|太|忙|封|没)|缓(?:一|缓|两)|不着急|不急|先放(?:一放|放|着)|再说吧|排(?:不上|期|到)|没(?:有)?(?:时间|精力|人手).{0,10}(?:做|弄|搞|顾|推|管|看)?|忙(?:着|不过来|完)|旺季|大促|双十一|双11|封网|冻结|优先级|手头(?:上)?(?:有|的)?.{0,4}(?:项目|事)|早(?:了)?(?:点|一些)?|刚(?:上线|换|做完|重组)/,
      2,
    ],
    [
      /\b(?:not|isn't|bad|wrong|right) (?:the )?(?:right )?(?:time|moment)\b|\bnot (?:right )?now\b|\bnext (?:quarter|year|fiscal|spring|summer|autumn|month|budget cycle)|\blater (?:this|in the) year|\bcome back (?:to us |to me )?(?:in|after|next|when)|\bcall (?:me|us) (?:back )?(?:in|after|next)|\bafter (?:the )?(?:migration|merger|holidays?|peak|launch|audit|summer|christmas|year[- ]end|reorg\w*|freeze|release|season|election)|\bfreeze\b|\bfrozen until|\btoo (?:busy|early|soon)|\bno (?:bandwidth|time|capacity)|\bother priorit|\bpriorit(?:y|ies)\b|\bhands (?:are )?full|\bwait (?:until|till|a|and see)|\bon hold\b|\bin the middle of\b|\bpark (?:this|it)\b|\brevisit\b|\brush(?:ed|ing)?\b|\bbacklog until|\broadmap (?:is|was) (?:full|set|closed)/i,
      2,
    ],
  ],
  competitor: [
    [
      /(?:已经|一直|正)?在?(?:用|跟|和|找|选了?|签了?|对接了?|试(?:用)?过?)(?:的是|着)?.{0,6}(?:火山|豆包|字节|腾讯|混元|百度|文心|千帆|华为|盘古|Azure|微软|OpenAI|GPT|AWS|亚马逊|谷歌|Gemini|Claude|Anthropic|DeepSeek|深度求索|智谱|Kimi|月之暗面|讯飞|别家|另一家|别人|友商|竞品|其他家)/i,
      2.2,
    ],
    [
      /(?:火山|豆包|字节|腾讯|混元|百度|文心|千帆|华为|盘古|Azure|微软|OpenAI|GPT|AWS|亚马逊|谷歌|Gemini|Claude|Anthropic|DeepSeek|智谱|Kimi|讯飞).{0,14}(?:更|比你们|合作|用得|挺好|很好|够用|送|给(?:的|我们)|强|领先|好用|顺手|熟|关系|名气|市场|第一)/i,
      2.2,
    ],
    [
      /现有(?:的)?(?:供应商|服务商|厂商|合作)|老(?:供应商|合作|伙伴)|别(?:家|的厂商|的供应商)|另(?:外)?一家|友商|竞品|竞争对手(?:用|的方案)|你们跟.{0,8}比|比你们(?:强|好|便宜|快|成熟)|合作(?:了)?(?:很|好|多|这么)(?:多|久|年|几)|比(?:较)?(?:一下|几家)|几家(?:在)?比|口碑|没听说过你们|名气/i,
      1.8,
    ],
    [
      /\b(?:already|currently|happy|satisfied|fine|comfortable|partner(?:ed)?|contract|signed|committed|standardi[sz]ed|working|work|stick(?:ing)?|stay(?:ing)?|going|went|chose|chosen|prefer|use|using|run(?:ning)? on|all[- ]in)\b.{0,28}\b(?:Azure|Microsoft|OpenAI|ChatGPT|GPT|AWS|Amazon|Bedrock|Google|Gemini|Vertex|Anthropic|Claude|Volcano|Doubao|ByteDance|Tencent|Baidu|Ernie|Huawei|DeepSeek|Mistral|Cohere|Salesforce|another (?:vendor|provider|supplier)|someone else|(?:a|your) competitor|(?:our|the) (?:current|existing|incumbent) (?:vendor|provider|supplier|partner))/i,
      2.4,
    ],
    [
      /\b(?:Azure|Microsoft|OpenAI|ChatGPT|GPT-?\d?|AWS|Amazon|Bedrock|Google|Gemini|Anthropic|Claude|Volcano|Doubao|Tencent|Baidu|Huawei|DeepSeek)\b.{0,30}\b(?:better|ahead|leader|market leader|does (?:this|that|the same)|offers?|gives? us|already|ships?|beats?|stronger|trusted|everyone|half)/i,
      2.2,
    ],
    [
      /\b(?:current|existing|incumbent) (?:vendor|provider|supplier|partner)|\banother (?:vendor|provider|supplier)|\byour competitors?\b|\bcompetitors? (?:offer|is|are|does|do)|\bnever heard of you|\bbetter[- ]known|\bwhy (?:should we|would we|you) (?:pick|choose|and not|over)|\bshort[- ]?list(?:ed)?|\bcompar(?:e|ing) (?:you|several|three|vendors)|\bloyal\b|\bpartner(?:ship)? for (?:years|a decade)/i,
      1.8,
    ],
  ],
  quality: [
    [
      /幻觉|胡说|瞎(?:说|编|答)|乱(?:说|答|讲|编)|编(?:造|出来)|答(?:非所问|错|不(?:上|对|准))|不准|准确(?:率|性|度)|出错|错误率|效果(?:不|差|一般|没|怎么|能|到底|有)|质量(?:不|差|一般|怎么|能|没)|卡顿|延迟|响应(?:慢|太|时间)|(?:太|很|有点|反应)慢|稳定(?:性|吗|不)|不稳(?:定)?|宕机|挂(?:了|过|掉)|崩(?:了|溃)|听不懂|识别(?:率|不|错)|方言|口音|机械|生硬|像机器|不自然|智障|人工智障|体验(?:差|不好|太)|演示(?:的时候|翻车|效果|那天)|测(?:试|了).{0,10}(?:不|差|错|一般)|可靠|靠谱|不够(?:聪明|智能|专业)|SLA|并发|扛(?:得|不)住/i,
      2,
    ],
    [
      /\bhallucinat|\bmakes? (?:things|stuff|up)|\bmade[- ]up|\binvent(?:s|ed|ing)?\b|\baccura(?:cy|te)|\binaccurate|\bwrong answers?|\b(?:got|gets|getting) (?:it|half|things|\w+ of them|\d+)\b.{0,14}\bwrong|\bmistakes?\b|\berror rate|\bquality\b|\blatency|\b(?:too|so|painfully) slow\b|\bslow(?:er|ly)?\b|\blag(?:s|gy)?\b|\bunreliable|\breliab(?:le|ility)|\buptime|\boutages?|\bdowntime last|\bwent down|\bcrash(?:es|ed)?|\bunstable|\bstab(?:le|ility)|\brobotic|\bdialect|\baccent|\b(?:did not|didn't|doesn't|does not|can't|cannot|couldn't) (?:understand|handle|recogni[sz]e|cope|tell)|\bdemo (?:was|went|failed|fell|crashed|stalled)|\bpilot (?:was|failed|gave)|\btested (?:it|your)|\bbenchmark|\bSLA\b|\bnot good enough|\bsounds? (?:stupid|like a robot|off|awful|wooden)|\bnonsense/i,
      2,
    ],
  ],
  authority: [
    [
      /(?:我|这个?|这事).{0,4}(?:说了不算|做不了主|定不了|决定不了|拍不了板|没(?:有)?权)|(?:领导|老板|总部|集团|董事(?:会|长)|总经理|采购(?:部|那边)?|委员会|上级|上面|高层|CEO|CTO|CIO|VP|总裁|信息部|IT部).{0,10}(?:拍板|决定|定|批|同意|点头|说了算|审批|签字|评审|过会|招标|汇报|没(?:有)?(?:批|同意|点头|松口)|那关|那边|意见|怎么想|不懂|不感|来谈)|得(?:问|请示|跟|向|找|等|走|过|上).{0,10}(?:领导|老板|总部|集团|采购|流程|会|审批|招标|董事)|要(?:问|请示|上会|走流程|走招标|过会|集团|总部|报批|等批)|走(?:采购|审批|招标)?流程|招标|上会|过会|不归我|我只(?:是|负责)|轮不到我|帮(?:不了|你)(?:转|递)|决策(?:权|人|层)/,
      2.3,
    ],
    [
      /\b(?:not|isn't|wasn't) (?:my|mine|our|up to|for me)\b.{0,14}\b(?:decision|call|to decide|to make|me|us)|\bnot up to (?:me|us)\b|\babove my (?:pay|head)|\b(?:have|has|need|needs|got|must) to (?:ask|check with|run (?:it|this) (?:by|past)|take (?:it|this) to|go through|get (?:sign|approval|buy)|convince|clear|escalate)|\bsign[- ]?off\b|\bapproval\b|\bapprove[sd]?\b|\bboard\b|\bcommittee|\bprocurement\b|\bheadquarters\b|\bHQ\b|\bparent company|\bmy (?:boss|manager|director|superior|VP)|\b(?:the )?(?:CEO|CTO|CIO|COO|managing director|owner|partners?|group|global team) (?:has|have|decides?|would|wants|must|needs|makes|signs|will)|\bno (?:authority|say|mandate)|\bI (?:can(?:not|'t)|don't|do not) (?:decide|sign|make (?:that|this|the) (?:call|decision)|approve)|\bdecision[- ]makers?\b|\bwho decides|\btender\b|\bRFP\b|\bI(?:'m| am) (?:just|only) (?:the|an?|here|collecting|evaluating)/i,
      2.3,
    ],
  ],
  need: [
    [
      /(?:用不(?:上|着|到)|不需要|没(?:有)?(?:必要|需求|需要|场景|用处|这个需求|什么用)|何必|多此一举|噱头|跟风|赶时髦|有什么用|干嘛用|派不上|解决(?:什么|不了)问题|现在(?:这样|的做法|的方式|的流程|人工|这套)(?:就|也)?(?:挺好|够|行|没问题|可以|用得)|挺好的|够用(?:了)?|已经(?:够|很好|满足)|客户(?:不(?:会|喜欢|愿意|想|习惯)|就喜欢|更喜欢|喜欢(?:真人|人工)|要的是|不需要|反感)|员工(?:不(?:会|愿意|想)|够)|真人(?:服务|客服|沟通)|人情味|传统行业|(?:我们)?(?:规模|量|业务)(?:太|很|不|这么)?(?:小|大|少|简单)|没(?:多少|几个|那么多)(?:量|人|单|客户|咨询|电话)|一天(?:就|才|也就)|几个人|炒作|AI(?:没|不|都是|是个?))/i,
      2,
    ],
    [
      /\b(?:don't|do not|doesn't|does not|didn't|never) (?:really |actually |even )?(?:need|want|see (?:the|a|any|why|what)|have (?:a|the|any) (?:use|need|problem))|\bno (?:need|use[- ]case|use for|problem to solve|demand|appetite|reason to)|\bwhy (?:would|do|should) (?:we|I|anyone|our \w+) (?:need|want|bother|use|change|fix)|\b(?:works?|working|run(?:s|ning)?|doing) (?:fine|well|perfectly|just fine|ok(?:ay)?|great)\b|\bgood enough\b|\bif it (?:ain't|isn't|is not) broke|\bhype\b|\bgimmick|\bfad\b|\bbuzzword|\bnice[- ]to[- ]have|\bsolution (?:looking|in search)|\b(?:customers?|guests|patients|clients|people|passengers|callers|members|drivers|farmers) (?:want|prefer|like|expect|love|hate|insist|would rather|don't want)\b|\bhuman touch|\breal (?:person|people|human)|\btoo small (?:for|to)|\bonly (?:get|have|handle|receive) (?:\w+ ){0,3}(?:calls|tickets|e-?mails|questions|orders)|\bwhat(?:'s| is) (?:the point|in it for|wrong with)|\bnot (?:for|relevant to) (?:us|our)|\bovercomplicat|\bpen and paper|\bwe(?:'re| are) (?:a )?(?:traditional|old[- ]fashioned|family)/i,
      2,
    ],
  ],
  migration: [
    [
      /迁(?:移|过去|过来|到)|切(?:换|过去|过来|到你们)|改(?:造|代码|接口|系统|一遍|动|起来|写|架构)|重(?:写|做|构|新(?:开发|对接|调|训练|培训|测试|标注|写))|对接(?:.{0,6}(?:系统|麻烦|难|多久|成本|不))|集成|接口(?:不|都|太|多|怎么|兼容)|兼容|老系统|旧系统|历史(?:系统|包袱|数据|对话)|停机|割接|回滚|推倒重来|折腾|伤筋动骨|工作量|工程量|人天|提示词(?:都|全|要|重)|prompt.{0,6}(?:重|改|调)|微调(?:好)?的(?:模型|.{0,4}(?:带|迁|重))|知识库(?:.{0,6}(?:搬|迁|重))|换(?:模型|平台|系统|一套)(?:.{0,10}(?:重|改|风险|麻烦|成本|折腾|测))?|(?:ERP|CRM|SAP|用友|金蝶|呼叫中心|工单).{0,12}(?:接|打通|对|改|连)|培训(?:员工|坐席|一线|成本|几)|学习成本|上线(?:周期|要多久|风险)|业务(?:中断|不能停)|不能停/i,
      2,
    ],
    [
      /\bmigrat(?:e|ing|ion)\b|\bmov(?:e|ing) (?:everything|our|all|over|to (?:you|your))|\brewrit(?:e|ing)|\brebuild|\bre-?train(?:ing)?\b|\bre-?do(?:ing)?\b|\bre-?tune|\bport(?:ing)? (?:our|the|it|everything|over)|\bswitch(?:ing)? (?:cost|over|would|means|everything|models?|platforms?)|\bcut[- ]?over|\bintegrat(?:e|ion|ions|ing)|\blegacy\b|\bSAP\b|\bmainframe|\bdowntime\b|\broll ?back|\bdisrupt(?:ion|ive)?|\brip (?:and|out)|\bcompatib|\bhook(?:ed)? (?:it )?(?:in|up) to|\bplug(?:s|ged)? into|\bwir(?:e|ed|ing) into|\bengineer(?:s|ing)? (?:months|weeks|effort|time)|\bmonths of (?:work|effort)|\bfrom scratch|\ball (?:those|our|the) prompts|\bprompts? (?:are|were|would|will|have)|\bfine[- ]tun(?:ed|ing)|\bcodebase|\bhard[- ]?coded|\btouch(?:es|ing)? (?:\w+ ){0,3}systems|\bre-?certif|\blearning curve|\bcan(?:not|'t) (?:afford to )?(?:stop|take .{0,12}down|go offline)/i,
      2,
    ],
  ],
};
