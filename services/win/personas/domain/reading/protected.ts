import { sentencesOf } from './sentences.ts';

/**
 * What is nobody's business in selling: the special categories of GDPR article 9 and the sensitive personal information of PIPL
 * article 28 that letters may hold. Deliberately wide: a sentence too many is left out rather than one too few.
 */
const PROTECTED: readonly RegExp[] = [
  // Health, disability, pregnancy.
  /癌|肿瘤|化疗|放疗|手术|住院|出院|就医|看病|病假|病情|生病|确诊|患(?:有|上|了)|抑郁|焦虑症|糖尿病|高血压|艾滋|HIV|怀孕|孕期|产检|产假|流产|残疾|康复|吃药|服药|心脏病|医生(?:说|让|建议)|体检|过敏|瘫|精神疾病/i,
  /\b(?:cancer|tumou?r|chemo(?:therapy)?|surgery|hospital(?:i[sz]ed)?|diagnos(?:ed|is)|illness|sick (?:leave|note)|my doctor|medical (?:condition|leave|appointment|reasons?|history)|medication|depress(?:ed|ion)|anxiety disorder|diabet\w+|hiv|aids|pregnan\w+|maternity|miscarriage|disab(?:led|ility)|wheelchair|therap(?:y|ist)|rehab|epilep\w+|autis\w+|adhd|heart condition|allerg\w+)\b/i,
  // Religion and belief.
  /宗教|信仰|信(?:佛|教|基督|主|耶稣|真主)|佛教|道教|基督|天主教|伊斯兰|穆斯林|清真|犹太|教堂|教会|寺庙|寺院|礼拜|斋月|做弥撒|祷告|祈祷|古兰经|圣经|无神论/,
  /\b(?:religio\w+|church|mosque|synagogue|temple service|muslim|islam\w*|christian\w*|catholic\w*|protestant|jew(?:ish)?|judaism|hindu\w*|buddhis[tm]|ramadan|sabbath|pray(?:er|ing|ed)?|bible|quran|koran|atheist|halal|kosher|lent)\b/i,
  // Politics and unions.
  /党员|入党|党派|政党|政治(?:立场|观点|倾向)|投票给|选举|竞选|抗议|游行|示威|左派|右派|民主党|共和党|工会/,
  /\b(?:political(?:ly)?|politics|vot(?:e|ed|ing) for|election|republican|democrats?|tory|labour party|left[- ]wing|right[- ]wing|protest(?:ed|er|s)?|rally|campaign(?:ed|ing) for|trade union|union (?:member|rep|steward)|activist)\b/i,
  // Ethnicity, origin, skin.
  /少数民族|民族成分|回族|藏族|维吾尔|蒙古族|壮族|满族|彝族|汉族|种族|族裔|肤色|血统|移民|难民|籍贯/,
  /\b(?:ethnic\w*|race|racial|skin colou?r|black (?:man|woman|person)|asian (?:man|woman)|immigra\w+|refugee|uyghur|tibetan|native american|aborigin\w+|roma|heritage|nationality)\b/i,
  // Sexual life and orientation, family.
  /同性恋|双性恋|变性|跨性别|性取向|出柜|离婚|分居|前妻|前夫|男朋友|女朋友|孩子|儿子|女儿|老婆|老公|妻子|丈夫|结婚/,
  /\b(?:gay|lesbian|bisexual|transgender|queer|sexual\w*|lgbt\w*|divorc\w+|my (?:ex|wife|husband|boyfriend|girlfriend|kids?|son|daughter|children)|marriage|custody)\b/i,
  // Age, crime, money of the person's own, place of living, biometrics.
  /身份证|指纹|人脸信息|案底|前科|坐牢|被捕|判刑|工资卡|银行卡号|我的工资|负债|破产|家庭住址|住在|今年\d+岁|快退休/,
  /\b(?:passport number|fingerprint|arrested|convict(?:ed|ion)|in prison|my salary|bank account number|personal debt|bankrupt(?:cy)?|home address|years old|retir(?:e|ing) soon|my age)\b/i,
];

/** Whether a text touches what must never be inferred, quoted or handed on. */
export function isProtected(text: string): boolean {
  return PROTECTED.some((pattern) => pattern.test(text));
}

/** A text without the sentences that touch it; the rest keeps its lines. */
export function withoutProtected(text: string): string {
  if (!isProtected(text)) return text;
  return text
    .split('\n')
    .map((line) =>
      isProtected(line)
        ? sentencesOf(line)
            .filter((part) => !isProtected(part))
            .join(' ')
        : line,
    )
    .filter((line) => line !== '')
    .join('\n');
}
