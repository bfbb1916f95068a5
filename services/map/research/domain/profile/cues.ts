/** A number with a unit of people, money or size. */
const MONEY = String.raw`(?:(?:[¥$€£]|US\$|RMB|CNY|USD|HK\$)\s?\d[\d,.]*\s?(?:万亿|亿|万|[kmbt]n?\b|million|billion|trillion)?|\d[\d,.]*\s?(?:万亿|亿|万|million|billion)?\s?(?:元|人民币|美元|美金|港元|欧元|yuan|RMB|dollars|euros))`;

/** "X is a …", "X是一家…": what a company says that it is. */
export const describesCue =
  /(?:是(?:一家|国内|中国|全球|领先|专注|致力)|成立于|总部位于|创立于)|\b(?:is|are) (?:an? |the |one of the )?(?:[\w-]+ ){0,6}(?:company|provider|platform|bank|manufacturer|retailer|operator|carrier|group|start-?up|studio|agency|firm|maker|publisher|insurer|brand|marketplace|service)\b|\b(?:was )?(?:founded|established|headquartered) in\b/i;

export const sizeCue = new RegExp(
  String.raw`(?:员工|雇员|团队规模|门店|分公司|(?:活跃|注册|付费)用户|日活|月活|营收|年收入|营业收入|销售额|车辆|仓库|网点|工厂).{0,24}\d|\d[\d,.]*\s?(?:万|亿|千)?\+?\s?(?:多)?(?:名|位|家|个|座|辆)?(?:员工|雇员|门店|分公司|用户|网点|仓库|工厂|骑手|司机)|\d[\d,.]*\s?(?:k|million|thousand|\+)?\s?(?:\w+ ){0,2}(?:employees|staff|people|engineers|stores|branches|warehouses|vehicles|drivers|customers|users|countries|offices)\b|(?:revenue|turnover|sales) (?:of|was|reached|grew to).{0,20}${MONEY}|营收.{0,12}${MONEY}`,
  'i',
);

export const fundingCue =
  /融资|(?:天使|种子|Pre-?A|[A-F]\+?)\s?轮|上市|挂牌|招股|IPO|估值|投资方|领投|跟投|\bSeries [A-F]\b|\braised\b.{0,40}(?:million|billion|funding|round)|\bfunding round\b|\bventure[- ]backed\b|\blisted on\b|\b(?:NASDAQ|NYSE|HKEX|LSE)\b|\bvalued at\b|\bprivate equity\b/i;

export const businessModelCue =
  /(?:收入|营收|盈利|变现).{0,16}(?:来自|来源|靠|主要|通过)|(?:通过|靠|依靠).{0,20}(?:变现|收费|盈利|赚钱|获得收入)|按(?:月|年|次|量|件|单|用量)(?:收费|计费|付费)|(?:会员费|订阅费|广告收入|佣金|分成|授权费|服务费|抽成)|付费(?:用户|解锁|会员)|\b(?:revenue|income|money) (?:comes|came|is earned|is made) from\b|\b(?:earns?|makes? money|charges?|monetis\w+|monetiz\w+)\b.{0,60}\b(?:per|by|from|through|fee|fees|subscription|subscriptions|commission|advertising|licen[cs]e)\b|\bsubscription (?:fees?|revenue|business|model)\b|\bcommission on\b|\badvertising revenue\b|\bpay-per-\w+|\bsells? .{0,40}\bto (?:businesses|enterprises|consumers|retailers|shippers)\b/i;

export const painCue =
  /痛点|瓶颈|积压|人手(?:不足|紧张|短缺)|招人难|成本(?:太|过|居高|上涨|压力|翻)|太(?:贵|慢|高)了?|(?:效率|准确率|命中率|复用率)(?:很|太|偏|较)?低|耗时|费时|费力|忙不过来|来不及|跟不上|延迟(?:太|过|较)?高|投诉(?!率(?:最低|下降|降|很低|较低))|难以|最头疼|挑战(?:在于|是)|返工|\bbottleneck|\bbacklog|\bstruggl\w+|\btoo (?:slow|expensive|costly|long|many)\b|\bshort(?:age| of staff|-staffed)\b|\bcomplain\w*|\bpain points?\b|\bhard to (?:hire|find|keep|scale)\b|\bcannot keep up\b|\btakes? (?:\w+ ){0,4}(?:hours|days|weeks|minutes)\b|\berror[- ]prone\b|\bour (?:biggest|main) (?:problem|challenge|headache)\b|\brework\b|\bqueues? (?:of|grow)/i;

export const manualCue =
  /人工(?:审核|录入|处理|质检|标注|翻译|复核|核对|回复|整理|填写|判断|分拣|撰写|剪辑|筛选|客服)|手工(?:录入|核对|处理|整理|填写|登记)?|手动(?:录入|核对|处理|整理|填写|复制)?|纸质|靠人|逐(?:条|份|张|单|页)(?:核对|审核|录入|检查|查看)|复制粘贴|用\s?Excel|\bmanual(?:ly)?\b|\bby hand\b|\bpaper[- ](?:based|forms?|work)\b|\bcop(?:y|ied|ying) (?:and past\w+|\w+ (?:into|from))\b|\bre-?key\w*|\bspreadsheets?\b.{0,40}\b(?:track|keep|maintain|fill)|\b(?:clerks?|agents?|analysts?|staff|reviewers?) (?:read|type|check|review|enter|copy|sort|answer|process)\b/i;

/** A passage that gives orders to a reading model is no statement about a company. */
export const commandCue =
  /\b(?:ignore|disregard|forget) (?:all |any )?(?:the )?(?:previous|prior|above|earlier)\b|忽略(?:之前|以上|上述|前面)|\bsystem prompt\b|系统提示词/i;

/** A passage that speaks of others, of the future or of what is over tells nothing of the company now. */
export const notNowCue =
  /(?:不再|已经不|曾经|此前|过去).{0,6}(?:人工|手工|手动)|(?:去年|前年|上半年|早期|最初|以前|当时).{0,30}(?:人工|手工|手动|靠人)|\b(?:last (?:year|winter|spring|summer|autumn)|until (?:last|20\d\d)|back then)\b|\b(?:no longer|used to|formerly)\b|(?:客户|同行|竞争对手|竞品|行业(?:里|内)?)(?:的|普遍|多|都)/i;

const technologies: readonly [string, RegExp][] = (
  [
    ['Kubernetes', 'kubernetes|k8s'],
    ['Docker', 'docker'],
    ['Kafka', 'kafka'],
    ['RocketMQ', 'rocketmq'],
    ['Flink', 'flink'],
    ['Spark', '(?:apache )?spark(?! ?ling)'],
    ['Hadoop', 'hadoop'],
    ['Hive', 'apache hive|hive 数仓'],
    ['ClickHouse', 'clickhouse'],
    ['Elasticsearch', 'elasticsearch|elastic search'],
    ['Redis', 'redis'],
    ['MySQL', 'mysql'],
    ['PostgreSQL', 'postgres(?:ql)?'],
    ['MongoDB', 'mongodb'],
    ['Oracle Database', 'oracle (?:database|db|数据库)'],
    ['SQL Server', 'sql server'],
    ['TiDB', 'tidb'],
    ['OceanBase', 'oceanbase'],
    ['Snowflake', 'snowflake'],
    ['Databricks', 'databricks'],
    ['MaxCompute', 'maxcompute'],
    ['Milvus', 'milvus'],
    ['Java', 'java(?!script)'],
    ['Go', 'golang'],
    ['Python', 'python'],
    ['C++', 'c\\+\\+'],
    ['Rust', 'rust(?! belt)'],
    ['TypeScript', 'typescript'],
    ['React', 'react(?:\\.js|js)?(?= |,|，|、|。|$)'],
    ['Vue', 'vue(?:\\.js)?'],
    ['Spring', 'spring (?:boot|cloud)'],
    ['PyTorch', 'pytorch'],
    ['TensorFlow', 'tensorflow'],
    ['vLLM', 'vllm'],
    ['SGLang', 'sglang'],
    ['LangChain', 'langchain'],
    ['Dify', 'dify'],
    ['Ray', 'ray cluster|ray serve|ray 集群'],
    ['Airflow', 'airflow'],
    ['dbt', 'dbt'],
    ['SAP', 'sap(?: s/4hana| erp)?'],
    ['Salesforce', 'salesforce'],
    ['ServiceNow', 'servicenow'],
    ['Zendesk', 'zendesk'],
    ['用友', '用友'],
    ['金蝶', '金蝶'],
    ['钉钉', '钉钉|dingtalk'],
    ['飞书', '飞书|lark suite'],
    ['企业微信', '企业微信|wecom'],
    ['NVIDIA H100', 'h100'],
    ['NVIDIA H20', 'h20'],
    ['NVIDIA A100', 'a100'],
    ['NVIDIA L20', 'l20'],
    ['昇腾', '昇腾|ascend 910'],
  ] as const
).map(([name, pattern]) => [
  name,
  new RegExp(String.raw`(?<![\p{Script=Latin}\d])(?:${pattern})(?![\p{Script=Latin}\d])`, 'iu'),
]);

/** Technologies that a passage names, by the name people know. */
export function technologiesIn(text: string): string[] {
  return technologies.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
}
