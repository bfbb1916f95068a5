import type { ObjectionCategory } from '@tokenholic/contracts';

/** What a good answer to each kind of objection speaks of: one expression an idea, in both languages. */
export const ideas: Readonly<Record<ObjectionCategory, readonly RegExp[]>> = {
  price: [
    /总(?:的)?成本|总账|整体(?:成本|算)|人力(?:成本)?|算上|返工|错答|赔付|total cost|overall cost|cost of (?:the )?people|people(?:'s)? (?:cost|hours|time)|rework|whole bill|wrong answers/i,
    /缓存|批量|离线|分级|小模型|轻量|按难度|分流|路由|cach|batch|smaller model|tier|rout(?:e|ing)|lighter model|only the hard/i,
    /按量|按实际|用多少|包年|预付|节省计划|阶梯|折扣|承诺用量|pay (?:only )?(?:for|as)|usage[- ]based|what you use|commit|savings plan|discount|by volume/i,
    /单次|每(?:一)?(?:次|单|份|笔|篇|条|个)(?:解决|处理|的成本|成本|多少)|回报|省下|节省|回本|收益|per (?:case|answer|conversation|document|resolved|task|order|file|essay)|return|sav(?:e|es|ing|ings)|pays? (?:back|for itself)/i,
  ],
  security: [
    /脱敏|打码|去标识|匿名|遮盖|mask|anonymi[sz]|redact|pseudonym|strip/i,
    /专(?:有|属)|私有(?:化|部署)|内网|本地部署|不出(?:您|你|贵|院|行|域|境|网|我们)|您(?:自己)?的(?:环境|机房|网络|VPC)|VPC|隔离|private|on[- ]prem|inside your|your own (?:network|account|environment|data cent)|isolat|never leaves?|stays? (?:in|inside|within)/i,
    /不(?:会)?(?:用|拿)(?:来|于|去|您|你)?.{0,8}训练|not (?:be )?used (?:to|for) train|never train|no training|not train/i,
    /加密|密钥|审计|日志|权限|等保|认证|ISO|合同(?:里|中)?写|encrypt|\bkey|audit|\blogs?\b|access (?:right|control)|certif|in the contract/i,
  ],
  lock_in: [
    /兼容|标准接口|OpenAI (?:的)?(?:接口|格式)|通用接口|同样的接口|compatib|standard (?:api|interface|format)|same (?:api|interface|format)/i,
    /开源|开放权重|自己(?:部署|跑)|open[- ](?:weight|source|model)|host (?:it|them) yourself|run (?:it|them) yourself/i,
    /导出|迁出|带走|退出|提示词(?:都)?(?:是|归)您|数据归您|export|take (?:it|them|everything) (?:with you|away)|exit|belongs? to you|yours to keep|own the/i,
    /网关|多(?:家|模型|云)|切换|备用|gateway|second (?:vendor|model|provider)|switch|multi|fall ?back|swap/i,
  ],
  timing: [
    /小范围|先(?:从|拿|选)(?:一个|一条|一类|小)|试点|一个(?:场景|组|品类|科室|车间|部门)|small (?:pilot|scope|start)|pilot|start with one|one (?:team|use case|category|ward|line|department)|narrow/i,
    /我们(?:的)?(?:工程师|团队|人|同事|这边).{0,8}(?:来|负责|做|接|搭|完成)|不占|只(?:要|需要)您|不用您|人手|our (?:engineers?|team|people) (?:will|can|do|would|take)|only need|we do the|hardly any of your|without taking your|half a day/i,
    /每(?:晚|拖|等)一?(?:天|周|月)|拖(?:下去|着)|等(?:到|下去).{0,10}(?:损失|错过|来不及)|错过|赶(?:得)?上|倒推|each (?:week|month) (?:of|you)|waiting (?:costs|means)|delay|miss the|in time for|work(?:ing)? back/i,
    /分(?:阶段|步|两步|期)|之后再|等.{0,8}(?:结束|过)(?:了)?再|step by step|in (?:two|stages|phases|steps)|phase|after (?:the )?(?:peak|sale|season|overhaul|inspection)/i,
  ],
  competitor: [
    /同一批|您(?:自己)?的(?:样本|数据|问题|材料|题)|并排|对比测|盲测|一起测|same (?:samples|questions|test)|your own (?:samples|data|questions|documents)|side by side|blind|head to head|compare on/i,
    /满意|做得好|保留|不用(?:全|都)?换|补充|先(?:只)?接|works? well|keep (?:what|them|it)|no need to replace|alongside|complement|only the part|in addition/i,
    /差距|不足|还(?:没|缺)|他们(?:做不|解决不|没)|没(?:解决|覆盖)|gap|missing|falls? short|does not (?:cover|solve)|still (?:hurts|open|unsolved)|left unsolved/i,
    /同样的(?:接口|量)|总成本|单次|区别|不同(?:在|之处)|多一个(?:选择|备份)|difference|differs?|total cost|per (?:case|task|answer)|second source|backup/i,
  ],
  quality: [
    /您(?:自己)?的(?:真实)?(?:样本|数据|问题|材料|对话|病历|图纸)|评测|测试集|抽样|打分|your (?:own )?(?:samples|data|cases|questions|documents|conversations|records)|evaluat|test set|sample|scor(?:e|ing)|measure/i,
    /知识库|依据|出处|引用|只(?:按|根据).{0,10}(?:回答|答)|原文|knowledge base|cite|source|ground|only (?:answers?|from)|quote|approved (?:text|policy|documents)/i,
    /转人工|人工(?:复核|确认|把关|兜底)|复核|审核|把握不(?:大|够)|不确定|hand(?:s|ed)? (?:over|off)|human|person (?:checks|reviews|confirms)|review|not sure|low confidence|escalat/i,
    /灰度|门槛|达不到|低于|不上线|回滚|监控|threshold|below|bar\b|not go live|roll ?back|monitor|gradual|before it goes live/i,
  ],
  authority: [
    /材料|一页纸|测算|报告|方案书|汇报|准备(?:好)?|paper|one[- ]pager|business case|summary|prepare|deck|figures for|write(?:-| )?up/i,
    /一起(?:见|汇报|讲|去|过)|拜访|约.{0,10}(?:总|长|部|老板|财务|领导|风险|采购|院)|当面|join|together|meet (?:with )?(?:your|the|him|her|them)|bring in|invite|introduce|in person/i,
    /(?:他|她|他们|领导|老板|董事会|采购|财务|行长|院长|创始人)(?:们)?(?:最)?(?:关心|在意|看重|担心|会问)|cares? (?:most )?about|worr(?:y|ies)|will ask|matters? to (?:them|him|her|the|your)|want to see|needs? to (?:see|hear)/i,
  ],
  need: [
    /您(?:刚才|前面)?(?:说|提)(?:的|到|过)|按您|您那|you (?:said|told|mentioned)|your own (?:figures|numbers)|by your/i,
    /损失|代价|少赚|成本|赔付|省|回报|收益|多(?:赚|卖)|cost(?:s|ing)?\b|loss|losing|sav(?:e|es|ing)|return|revenue|earn|worth/i,
    /一个(?:场景|环节|指标|问题)|先(?:只)?(?:做|解决|试)|试点|one (?:case|use case|step|figure|metric|problem|narrow)|start with|pilot|only/i,
    /不(?:行|达标|见效)就(?:停|不)|看结果|可衡量|量(?:出来|化)|前后对比|stop if|if it does not|measurable|before and after|measured|judge (?:it )?by/i,
  ],
  migration: [
    /并行|双跑|灰度|逐步|一部分(?:流量|量)|先切|parallel|gradual|side by side|share of (?:the )?traffic|five percent|in stages|step by step/i,
    /兼容|接口(?:格式)?(?:一样|不变|相同)|改(?:一个)?(?:地址|配置)|不用(?:改|重写)|compatib|same (?:interface|format|api)|change (?:the|one) (?:address|endpoint|line|setting)|no rewrite|without rewriting|little code/i,
    /回滚|切回|随时(?:停|退|换)|保留(?:原|老|旧|现)|roll ?back|switch back|old (?:system|one) (?:stays|keeps)|keep (?:the|your) (?:old|current)|fall back/i,
    /我们(?:的)?(?:工程师|团队|人|架构师|这边).{0,10}(?:来|负责|驻场|做|改|一起)|人天|工作量|几天|our (?:engineers?|team|people|architect)|person[- ]days|effort|days of work|on site|we do the/i,
  ],
};
