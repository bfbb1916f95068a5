import type { Standing } from '@tokenholic/contracts';

/** Words by which a clause says that a use is not (or not yet, or no longer) a fact. Checked in this order. */
export const standingCues: readonly { standing: Standing | 'denied'; pattern: RegExp }[] = [
  {
    standing: 'planned',
    pattern:
      /尚未(?:上线|投产|启用|接入)|20(?:2[7-9]|3\d) ?年[^，。]{0,10}(?:起|前|启用|上线|投用|投产|交付)|试点(?=[，。、；]|中|用|阶段)|(?:正在?|仍在|还在|先行|开始)(?:小范围)?试(?:点|用|运行)|试用期[一二两三四五六\d]|(?:近日|正?在)[^，。]{0,12}试用|试运行|内测|还没有?(?:上线|签|投产)|未排期|\bnot (?:yet )?in production|not signed|\b(?:trying|tries) out\b|\bpiloting\b|\bin (?:a )?(?:closed )?(?:pilot|testing|beta|trial)\b|\bon trial\b|\bis testing\b|\btrialling\b|\|\s*(?:trial|pilot)\s*\|/i,
  },
  {
    standing: 'ended',
    pattern:
      /不再|停用|(?:已|后|就|暂时)下线|下线[了，。]|弃用|退役|关停|关(?:掉|闭)了|已(?:经)?(?:停止|终止)|终止(?:合作|使用|了)|[，。]?(?:已)?终止$|作废|移除|撤(?:下|了|回|掉|换)|淘汰|(?:已|后|被)?取消(?!订单|预约|率)|替下|没有续(?:费|约|签)|未续|不再续|到期(?:后)?停用|就(?:停|撤|关)了|[，。](?:停|撤|关)了|被(?:紧急)?下架|已删除|关了|未续(?:费|约|签)|迁离|曾(?:经)?(?:使用|采用|部署|支持|接入|合作|选用|调用|用|接|是|试点|由)|no longer|\bretired\b|decommissioned|discontinued|switched off|turned off|used to\b(?! [a-z]+ing)|(?:moved|migrated) (?:away|off)|\bgave up\b|brought to (?:a close|an end)|taken (?:\S+ ){1,3}out of|\bgiven up\b|(?<!will be )phased out|shut down|stopped using|formerly|\b(?:was|were|been|an experiment that was) (?:stopped|ended|closed|cancelled|canceled|dropped|scrapped|shelved|abandoned|withdrawn|removed|pulled)\b|\b(?:stopped|ended|closed|dropped|scrapped|shelved|abandoned|cancelled|canceled|pulled|ditched)\b|\b(?:is|are|was|were) (?:now )?(?:off|gone)\b|\b(?:code|that) is gone\b|taken (?:down|off)|\bremoved the\b|\btook it (?:off|down)\b|was discontinued|\bpulled (?:it|them)\b|(?:to|and) lapse\b|allowed to lapse|\bshut it\b|(?:has|have) been closed|until (?:january|february|march|april|may|june|july|august|september|october|november|december|last|this)\b|did not renew|not renewed|not to be renewed|has lapsed|已在[^，。]{0,10}下/i,
  },
  {
    standing: 'denied',
    pattern:
      /(?<!有)(?:没有?|未曾?|从未|并未|不会|不|暂不|暂未)(?:再|[在向与跟对][^，。]{0,14})?(?:使用|采用|接入|引入|采购|部署|调用|保留|选用|选择|录用|启用|上线过|用上|用进|考虑|用(?!户|于)|上[^，。]{0,4}AI|接(?!受|到|待)|做(?!到|好)|支持)|员工(?:私下|个人)|个人(?:账号|账户)|自己在用|没有(?:任何)?(?:实质性?)?优势|没有(?:立项|转正|这个计划|形成)|无关|否决|未通过(?!测试|评测|评审)|先不做|先放|搁置|暂缓|禁止|不得使用|希望(?:换|用|能)|能不能换|能换成|可以?(?:在[^，。]{0,8})?(?:换成|切换[为到])|否认|澄清|辟谣|不是事实|不属实|失实|作罢|不支持|\b(?:does|do|did|has|have|had|is|are|was|were|will|would|should)(?:n['’]t| not| never)(?: been)?(?: \w+){0,2} (?:use|used|using|adopt|adopted|keep|kept|consider|considering|supported|connected|buy|bought|deploy|deployed|run|chosen|choose|part|involve|involved|rely|work out|graduate|get|need)\b|\bnever (?:used|bought|adopted|went|made)|\bno (?:plans?|interest|intention)\b|has no (?:plans?|AI|language model)|\bneither\b|\bnot a customer\b|\bforbidden\b|\bprohibited\b|\bput off\b|\bparked\b|\bnot now\b|\b(?:I|we)(?:['’]d| would) rather\b|\bcan be (?:pointed|switched|swapped)|\bdenied\b|\bis not true\b|\bare (?:untrue|wrong|false)\b|\bno (?:AI|language model|model) (?:is |are )?(?:involved|used)|\bnot supported\b|\brejected\b(?! a)|nothing came|\busing \w+ on their own\b|\bprivate (?:[\w-]+ )?accounts?\b/i,
  },
  {
    standing: 'speculated',
    pattern:
      /传闻|据传|据称|有消息称|有?媒体称|有报道称|报道称|市场传|网传|或将|可能会|有可能|或许|疑似|消息人士|接近[^，。]{0,8}人士|知情人|据说|推测|传言|(?:业内|外界|市场)(?:普遍)?(?:预计|猜测|预期)|提议|rumou?red|reportedly|may (?:also )?(?:adopt|use|move|switch|choose|replace)|\bmight\b|could (?:adopt|use|move|switch|replace)|is said to|speculat|sources? (?:said|say)|people (?:said|say)|close to the|familiar with the|(?:observers|analysts) expect|unconfirmed/i,
  },
  {
    standing: 'compared',
    pattern:
      /(?<!没有|未)考虑|评估(?!报告|中心|价)|比选|洽谈|接洽|接触|(?:在|仍在|还在|尚在)(?:比较|对比)|候选(?!人)|二选一|之间(?:选|犹豫|权衡|比较|二选一)|犹豫|纠结|调研中|来讲过|还没定|尚未(?:确定|决定|定)|未定|(?:is|are|was|were|still) (?:also )?considering|said (?:\w+ ){0,2}(?:was|were) considering|evaluating|(?<!year |period |months )under (?:evaluation|study|review|consideration)|in talks|in contact with|held talks|discussing|choosing between|torn between|deciding between|hesitat\w+|undecided|lies between|candidates? (?:are|is)|shortlist|pitched|weighing|no (?:choice|decision) has been/i,
  },
  {
    standing: 'planned',
    pattern:
      /(?<!原|没有|无|这个)计划(?!单列)|规划(?:中|于)|(?<![虚模比])拟(?!人|合|真|定)|将(?:于|在|引入|接入|采用|上线|启动|试点|会|由|为|统一|把|换|改|逐步)|准备(?:引入|接入|上线|采用|用)|即将|打算|筹备|预计|内测|约定自|(?:明年|下半年|下季度|下一年度|下月|下一阶段|年底前)[^，。]{0,24}(?:引入|试点|上线|接入|采用|启动|迁|开通|改|换|推出|投用|用|做)|下一步|(?<!had |been |was )\bplans? (?:to|for|across)|planning (?:to|on|for)|(?<!had been |was )\bplanned\b|(?<!\byou )\bwill (?!not\b|never\b|from now|from today|now\b)|(?:from|in|by) (?:[a-z]+ )?20(?:2[7-9]|3\d)|intends? to|is going to|upcoming|in the pipeline|on the roadmap|aims? to|scheduled|expects? to|to be (?:added|based|introduced|launched)|(?:from|starting|by|in) (?:next|the (?:first|second|third|fourth) (?:quarter|half))|next (?:quarter|year|month|spring|summer|autumn|fall|winter)|by (?:the end of )?20(?:2[7-9]|3\d)|closed testing|would like/i,
  },
  {
    standing: 'compared',
    pattern:
      /相比|对比|相较|比较了|未成交|落选|未中标|未通过(?:测试|评测|评审)|第二(?:中标)?候选|做过(?:一版|测试)|只做了|对照实验|盲测|选型阶段|试过|测过|测试过|评测|横评|横向|评估过|考察过|聊过|了解过|(?:compared|benchmarked|evaluated|tested|tried|weighed|considered|contrasted|looked at|talked to|trialled|assessed) |versus|\bvs\.?\b|blind (?:review|test)|unsuccessful|not (?:selected|chosen)|losing bid|failed the test|runner-up|second ranked|never made it into|fortnight['’]s test|week['’]s test|outperform|scored (?:better|worse|higher)/i,
  },
];

/** What has been tried out, whatever came of it. */
export const triedCue =
  /试过|测过|测试过|评测过|评估过|考察过|聊过|横(?:向|评)|试点|试用|\b(?:tried|tested|evaluated|weighed|looked at|experimented|considered|trialled|piloted|talked to|on trial|in the pilot)\b/i;

/** Nothing came of it. */
export const cameToNothing =
  /没有(?:用|采用|保留|选|被采用|转正|明显优势|优势|成|形成)|未(?:采用|选用|保留)|没(?:用|选|采用|成)|放弃|作罢|仅此而已|\b(?:did not|didn['’]t|never|not) (?:keep|kept|adopt|adopted|went|use|used|work|go|graduate|chosen)|\bneither\b|\bnone (?:of them )?(?:was|were)\b|gave up|decided against|rejected/i;

/** The sentence takes back what it says, wherever the name stands in it. */
export const denialOfAll =
  /不属实|纯属谣言|不是事实|内容失实|系(?:伪造|谣言)|第三方伪造|\bis not true|\bare (?:untrue|wrong|false)\b|\b(?:is|was) (?:wrong|false|untrue)\b|\bdenied (?:the |a )?(?:report|rumou?r)|\brejected a report|\breport\b[^.]{0,80}\bfalse\b/i;

/** What was so before: over, as soon as the text goes on to what came after. */
export const formerCue =
  /原先|原本|原来|原(?:用|使用|采用|由|系|为|接)|此前|之前(?!景)|以前|从前|早期|最早|起初|最初|一开始|上一代|旧版|老版|上一版|(?:去|前)年款|[一两二三几去前]年(?:以)?前|两年前|\b(?:originally|previously|initially|formerly|earlier|at first|in the beginning|back then|until (?!now|today)[\w ]{2,20}|had been|(?:years?|months?) ago|for (?:a|two|three|four|five|several|many) (?:years?|months?))\b|\boutgoing\b|\bthe old\b|\bprevious (?:system|version|generation|model|one|supplier|provider)\b|\bused to\b/i;

/** The first of several stages. */
export const stageCue =
  /第[一二三1-3](?:版|代|期|个版本)|\bversion (?:one|two|three|four|[1-4])\b|\bv[1-4]\b|第一版|这一版|\bat first\b|最开始|一开始|起初|\b(?:first|second) (?:version|generation)\b|先是|\b(?:began|started)\b/i;

/** The text has come to what is so now. */
export const arrivalCue =
  /后来|于是|如今|现在|现已|现由|目前|最终|今年[^，。]{0,8}(?:起|改|换|迁|切|初)|改用|改走|改由|换成|换到|换了|换上|换用|迁(?:移)?(?:到|至)|切换?到|转(?:到|向|为)|接手|搬到|挪到|升级(?:到|为)|全部换|\bnow\b|\btoday\b|\bsince then\b|\bhas since\b|\bsince\b[^,.]{0,24}\b(?:has|have)\b|\bcurrently\b|\b(?:moved|migrated|switched|ported|changed|shifted|swapped)\b|\brebuilt on\b|\bin the end\b|\bthese days\b|\breplaced\b|\bfinally\b|\bhanded (?:over )?(?:[\w ]{0,16})to\b|\btaken over by\b|\bhas taken\b/i;

/** The scene is the present, told after what came before. */
export const nowCue =
  /(?:现在|如今|目前)(?:这|的|用|是|由)|今天的版本|也就是今天|\b(?:now|today)\b|\bthese days\b|\bsince (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|then|the|last|monday|tuesday|wednesday|thursday|friday)\b|\bin the end\b|\bever since\b/i;

/** Something comes beside what is there; nothing is replaced. */
export const besideCue =
  /如需|如果|也可|可换|可选|按需|同时|另外|此外|还(?!是|在|没|未)|也|并(?:且)?行|新增|增加|备用|溢出|\balso\b|\bas well\b|\bbesides\b|\bin addition\b|\balongside\b|\bfallback\b|\bif you\b|\bfor offline\b|\boptional\w*\b|\balternatively\b|\boverflow\b|\bplus\b/i;

/** It goes on: an end or a plan told elsewhere in the sentence is not about this. */
export const goesOnCue =
  /仍|还是|一直|至今|沿用|继续|目前|现阶段|\bstill\b|\bcontinues?\b|\bremains?\b|\bfor now\b|\bstays?\b|\bsince\b|\bkept\b|\bat present\b/i;

/** A report is taken back: what was reported before is not so. */
export const takenBackCue = /否认|澄清|辟谣|\bdenied\b|\bdenies\b|\brejected\b/i;

/** Of what was there before, not of what is told now. */
export const ofTheOldCue = /原|旧|此前|之前|\b(?:old|previous|former|earlier|original)\b/i;

/** The clause itself turns to what is so now. */
export const turnCue = /\bnow\b|\btoday\b|现在|如今|现已|改由|改用/i;
