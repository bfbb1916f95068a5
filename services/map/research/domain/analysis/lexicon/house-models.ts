/**
 * Models that companies make for themselves, with the names their makers go by: of public knowledge, sold by nobody in the
 * reference. On a page about its maker such a model is the maker's own; elsewhere it is somebody's whose service is unknown.
 */
export const houseModels: readonly {
  name: string;
  owners: string;
  aliases: string;
  /** Everyday words elsewhere: the model's name only on a page about its maker. */
  atHome?: string;
}[] = [
  // Open weights: https://www.modelscope.cn/models/CMB_AILab/YiZhao-12B-Chat
  {
    name: '一招 YiZhao',
    owners: 'China Merchants Bank|招商银行|招行',
    aliases: 'YiZhao|YiZhao-12B|一招大模型',
    atHome: '一招',
  },
  { name: '工银智涌', owners: 'ICBC|工商银行|工行', aliases: '工银智涌' },
  { name: '邮智', owners: 'Postal Savings Bank|PSBC|邮储银行', aliases: '邮智' },
  { name: '轩辕', owners: '度小满|Du Xiaoman', aliases: '轩辕大模型|XuanYuan' },
  { name: '百灵', owners: 'Ant Group|蚂蚁', aliases: '百灵大模型|Ling-1T|Ling 2.0' },
  { name: '问财 HithinkGPT', owners: '同花顺|Hithink', aliases: 'HithinkGPT' },
  { name: 'LightGPT', owners: '恒生电子|Hundsun', aliases: 'LightGPT' },
  { name: 'BloombergGPT', owners: 'Bloomberg|彭博', aliases: 'BloombergGPT' },
  { name: '子曰', owners: 'NetEase|Youdao|网易|有道', aliases: '子曰|子曰大模型|子曰教育大模型' },
  { name: '九章 MathGPT', owners: 'TAL|好未来|学而思', aliases: 'MathGPT|九章大模型' },
  { name: '阅文妙笔', owners: 'China Literature|阅文', aliases: '阅文妙笔|妙笔通鉴|妙笔大模型' },
  { name: 'OneRec', owners: 'Kuaishou|快手', aliases: 'OneRec' },
  { name: 'OneSearch', owners: 'Kuaishou|快手', aliases: 'OneSearch' },
  { name: '快意 KwaiYii', owners: 'Kuaishou|快手', aliases: 'KwaiYii|快意大模型|Keye-VL' },
  { name: 'dots.llm', owners: 'Xiaohongshu|小红书|RedNote', aliases: 'dots.llm1|dots.llm|dots.vlm1' },
  { name: '知海图', owners: 'Zhihu|知乎', aliases: '知海图' },
  { name: '言犀', owners: 'JD|京东', aliases: '言犀|言犀大模型|JoyAI|ChatRhino' },
  { name: '问道', owners: 'Trip.com|Ctrip|携程', aliases: '携程问道' },
  { name: '天工 Skywork', owners: 'Kunlun|昆仑万维', aliases: '天工大模型|Skywork' },
  { name: '天幕', owners: 'Wondershare|万兴', aliases: '万兴天幕|天幕大模型' },
  { name: '奇想 MiracleVision', owners: 'Meitu|美图', aliases: 'MiracleVision|奇想大模型' },
  { name: 'TeleChat', owners: 'China Telecom|中国电信|天翼', aliases: 'TeleChat|星辰大模型' },
  { name: '元景', owners: 'China Unicom|中国联通', aliases: '元景大模型' },
  { name: 'BlueLM 蓝心', owners: 'vivo', aliases: 'BlueLM|BlueLM 3B|蓝心大模型|蓝心' },
  { name: 'AndesGPT', owners: 'OPPO', aliases: 'AndesGPT|安第斯大模型' },
  { name: 'MagicLM', owners: 'HONOR|荣耀', aliases: 'MagicLM|魔法大模型' },
  { name: 'MindGPT', owners: 'Li Auto|理想', aliases: 'MindGPT|Mind GPT' },
  { name: 'NomiGPT', owners: 'NIO|蔚来', aliases: 'NomiGPT|NOMI GPT' },
  { name: '星睿', owners: 'Geely|吉利', aliases: '星睿大模型|星睿AI' },
  { name: '璇玑', owners: 'BYD|比亚迪', aliases: '璇玑大模型|璇玑架构' },
  { name: 'LinkedIn 360Brew', owners: 'LinkedIn', aliases: '360Brew' },
  {
    name: 'Apple foundation models',
    owners: 'Apple|苹果',
    aliases: 'Apple foundation models|Apple Foundation Model',
  },
  { name: 'xGen', owners: 'Salesforce', aliases: 'xGen|xLAM' },
];

const owners = new Map(houseModels.map(({ name, owners: names }) => [name, names.split('|')]));

/** Whether a text speaks of the company that made a house model. */
export function ownedBy(text: string): (houseModel: string) => boolean {
  return (houseModel) => (owners.get(houseModel) ?? []).some((name) => text.includes(name));
}
