/** Subject of what follows is somebody else's business. */
export const otherCompanyCue =
  /竞争对手|友商|同行|同业|竞品|对手(?:公司)?|其他(?:公司|企业|平台|厂商|银行|机构|品牌)|另一家(?!厂商|供应商|公司提供)|行业内|业内(?!人士|消息|普遍|认为|预计)|同城的?|邻近的?|邻市|隔壁|同价位|同类(?:公司|产品|平台)|\brivals?\b|\bpeer (?:firm|company|bank)|competitors?\b|\bcompeting\b|other (?:companies|banks|firms|carriers|retailers|makers|vendors)|\bneighbou?ring\b|industry peers|elsewhere in the industry|\bits neighbou?r\b|^\s*[A-Z]\w+, by contrast/i;

/** The text speaks of the company itself again. */
export const ownVoice = /我们|我司|本公司|本行|我行|自家|\bwe\b|\bour\b|\bus\b/i;

/** What a job ad wants applicants to know says nothing about what the company runs. */
export const wantedSkillCue =
  /nice to have|familiarity with|(?<!people |person |sources? |those |one )familiar with|(?:hands-on |working |some )?(?:experience|exposure|fluen\w+) (?:with|in|of|to)\b|(?:is|are) (?:a plus|welcome|an advantage)|preferred qualifications|bonus(?: points)?\b|desirable|\brequire(?:ments|d skills)|what we look for|(?:you (?:have|know|bring)\b)|candidates who|preference (?:is given |for )|优先|加分|任职要求|岗位要求|任职资格|(?:我们)?希望你|期待(?:的)?你|有(?:所)?研究(?:者)?[。；]?$|你最好|要求[：:]?(?:熟悉|了解|掌握|精通)|熟悉.{0,40}(?:等|主流)|了解.{0,20}者|精通|有.{0,20}经验者/i;

/** Where a job ad turns from what applicants should know to what the work or the pay is. */
export const endOfSkills =
  /岗位职责|工作内容|工作职责|你将|你会|你要做|我们(?:提供|不)|薪资|福利|地点|【|\byou will\b|what you(?:'|’)ll do|we (?:offer|do not|are)\b|salary|benefits|responsibilities|what we offer/i;

/** A firm that sells or installs what others use: its goods are not what it runs itself. */
export const resellerCue =
  /(?:是|为|作为|系)[^，。]{0,14}(?:代理商|总代|经销商|集成商)|(?:授权|认证)?服务商|(?:金牌|核心|战略|生态|授权)(?:合作)?伙伴|(?:代理|转售|集成)(?:了)?[^，。]{0,12}(?:模型|产品|服务|平台|业务)|为[^，。]{0,12}(?:客户|企业)[^，。]{0,10}(?:提供|部署|代理|交付)|销售(?:搭载|内置|预装)|向客户销售|\bpreloaded with\b|\bresell\w*|\bdistribut(?:or|es)\b|\b(?:gold|premier|silver|certified|implementation|preferred) partner|\bimplements\b[^.]{0,50}\bfor\b|certified [\w,]+ consultants|helps? (?:its )?customers|for (?:its|their|our) (?:clients|customers)\b|trains customers|integrates [^.]{0,40} for others/i;

/** Inside such a firm: what it uses itself. */
export const inOwnHouse =
  /内部|自家|自己的|公司自用|本公司员工|自用|\binternal(?:ly)?\b|own (?:staff|business|engineers|employees|people|sales|developers|teams?)|\bin its own\b|\bits (?:developers|engineers|sales team|marketing team|staff)\b/i;

/** News of models as such: launches, rankings and tests by onlookers. */
export const modelNewsCue =
  /(?:评测|测评|榜单|排名|跑分|横评)|(?:家族|系列模型)|嘉宾[^：:，。]{0,8}(?:介绍|分享|发布)|演讲|不代表|领先(?:于)?|能力(?:再上|提升)|降价|leaderboard|benchmarks?\b|\bour tests\b|\btakes? the lead\b|\bleads(?: (?:for|in|on|the)\b|,)|\bcheaper\b|keynote|presented (?:its|the)/i;

/** What a tender demands of bidders, or what could be chosen: nobody runs it yet. */
export const requirementCue =
  /(?:须|需|应|要求|必须)(?:能)?(?:支持|兼容|适配|具备)|兼容[^，。]{0,20}等|投标(?:人|方|单位)(?:须|可|应)|\bmust (?:allow|support|be able|work with)\b|\bmay (?:propose|choose|offer)\b|\bhave been offered\b|\bbidders?\b[^.]{0,40}\b(?:propose|offer|must|may|are)\b/i;

/** Those who speak of a trade as a whole. */
export const onlookerCue = /业内人士|分析师|专家|观察人士|\b(?:observers|analysts|experts|commentators)\b/i;

/** A page that asks for offers, or says whose was taken: what it wants is not there yet. */
export const tenderCue =
  /招标|采购(?:需求|公告|人|项目)|需求说明|询价|成交(?:公告|供应商)|中标|单一来源|竞争性磋商|invitation to tender|request for (?:proposals?|quotations?)|\bRFP\b|\bRFQ\b|contract award|award notice|notice of (?:direct )?award|ranking of tenders|\bbidders?\b|intends to procure|^wanted: one system/im;

/** On such a page: what is there today. */
export const presentCue =
  /现(?:行|有|用|系统|状|由|使用)|目前|当前|已(?:有|上线|投)|由其承建|运行至今|服务期至|继续使用|\b(?:current(?:ly)?|at present|present(?:ly)?|now in use|existing|in use|stays?|incumbent|has run|today)\b/i;

/** On such a page: offers that were not taken. */
export const loserCue =
  /未成交|落选|未中标|第[二三]名|第[二三](?:中标)?候选|unsuccessful|not (?:selected|chosen)|other (?:admissible )?(?:offer|bid|tender)|losing|\b(?:second|third)(?:-ranked)?\s?:|runner-up/i;
