/** Deployment by the client itself, whoever made the model. */
export const ownDeployment = new RegExp(
  [
    '私有化|本地化?(?:部署|运行)|本地跑|部署(?:在|于)(?:本地|院内|行内|内网|厂内)|内网|自部署|自行部署|自己部署|自托管|自建|一体机|私有云|裸金属|离线部署',
    '(?:自有|自己的?|自家的?|公司|集团|总部|本行|行内|院内|厂内|矿区|本地|企业)[^，。；,;]{0,8}(?:GPU|[AHLV]\\d{2,3}|算力|机房|集群|服务器|数据中心|智算中心|显卡)',
    '昇腾(?:集群|一体机|卡|芯片|服务器|算力)|(?:专网|内部|本所|所里|校内|院里|校园|政务云?|机房)[^，。；,;]{0,4}(?:服务器|一体机|机房|集群)|服务器在(?:校|院|厂|所)内|(?:装在|放在|部署在)[^，。；]{0,8}(?:一体机|机房)|机房|(?:厂区|院区|园区|矿区|校区|总部)[^，。；,;]{0,6}服务器',
    '自己(?:买|租)(?:的)?(?:显)?卡|(?:我们|公司)?(?:自己)?租(?:了|来)?的?(?:服务器|裸金属|卡)|跑在(?:我们)?自己|数据不(?:能|会)?(?:出|外)|vLLM|SGLang|Ollama|TensorRT',
    'self[- ]host\\w*|on[- ]prem\\w*|(?:host|run|operate|deploy)(?:s|ed|ing)? (?:it |them |this )?(?:ourselves|themselves|itself|in[- ]house|internally|locally|privately)',
    'privately (?:hosted|deployed|installed)|(?:installed|deployed|hosted) privately|private cloud|bare metal|\\bown (?:[a-z]+ ){0,2}(?:centre|center|premises|building|site|rooms?)\\b|air[- ]gapped|in[- ]house (?:cluster|servers?|hardware|deployment)',
    "(?:our|its|their|the \\w+['’]s) own (?:[a-z]+ )?(?:GPUs?|cluster|data ?cent|machines|servers|hardware|boxes|racks|infrastructure|cards|kit)|\\bown (?:GPUs?|[AHLVB]\\d{2,3}s?|cluster|servers|hardware|infrastructure|data ?cent)",
    "(?:in|on|at|from|inside|of) (?:our|its|their|the [\\w' ’]{2,24}?['’]s|the (?:firm|company|group|bank|hospital|plant)) (?:[A-Za-z]+ ){0,2}(?:GPUs?|cluster|data ?cent\\w*|computing cent\\w*|server room|machines|servers|hardware|racks|premises|infrastructure)",
    "\\b(?:on|in|to) (?:an appliance|a box|our cards|our own)\\b|\\bcards (?:that )?we (?:bought|rent|own)|servers that we (?:rent|run|own)|\\bwe (?:self-)?host\\b|\\bservers (?:on campus|at the pit)|\\b(?:control room|inside|hospital) (?:servers|machines)|on (?:our|its|their) (?:own )?machines?|installed on (?:our|its|their|the \\w+[\u2019']s) (?:own )?(?:machines|servers)|(?:inside the|in the) (?:building|hospital|plant|library)\\b|\\brented bare metal|\\b(?:local(?:ly)?)[- ](?:deployed|hosted|installed|run|running)|\\b(?:on|a) local\\b|on (?:hospital|company|factory|plant|office) servers|on[- ]site\\b|\\bruns? locally|(?:cluster|servers|hardware|machines|data cent\\w+) of (?:its|our|their) own|local (?:servers?|machines?|appliance|cluster|hardware|GPUs?)|\\bon servers (?:in|at)|infrastructure that we (?:run|operate)|no data (?:goes|leaves|is sent|travels)|data (?:never|does not|do not) leave",
  ].join('|'),
  'gi',
);

/** A clause that names a host says that the host serves: "through Azure", "接在火山引擎上". A mere name in a list does not. */
export const servesCue =
  /\b(?:on|via|through|from|by|at|over|against|in|inside|hosted|served|billed|bought|runs?|called|reached?|accessed|tenant)\b|通过|经|接在|接入|走|跑在|运行在|运行于|部署|托管|调用|采购|从|买|订阅|开通|提供|承载|购买|放在|来自|接口|上(?:开|买|跑|托管|部署|调)|上(?:的)?[，。；,.)）]?$|上[，。；]/i;

/** What is said of the host holds for everything named before it: "both via OpenRouter", "都走火山引擎". */
export const forAllCue = /都|均|皆|两者|二者|统一|全部|一律|\b(?:both|all|each|everything|either)\b/i;

/** The company makes the model itself. */
export const ownMakingCue =
  /自研|自主研发|自主训练|自己训练?|自训|自家(?:的)?(?:大)?模型|自己的(?:大)?模型|自有(?:大)?模型|\bin[- ]house\b(?! (?:cluster|servers?|hardware|deployment))|\bself[- ]developed|\bof (?:its|our|their) own(?: making)?\b|\b(?<!on )own (?:[a-z0-9-]+ ){0,3}(?:models?|LLM|recommender|engine|system)|\bhome[- ](?:made|grown)|\btrained (?:it |one |a [a-z ]{0,20})?(?:itself|ourselves|in-house)|proprietary (?:[a-z]+ )?model/i;

const FORMER_ONE = /前者|第一个|其一|\bthe (?:former|first|one)\b/i;
const LATTER_ONE = /后者|第二个|其二|\bthe (?:latter|second|last|other)\b/i;

/** Whether a clause speaks of the first or the last of the things named before it. */
export function pointsTo(clause: string): 'first' | 'last' | null {
  if (FORMER_ONE.test(clause)) return 'first';
  return LATTER_ONE.test(clause) ? 'last' : null;
}
