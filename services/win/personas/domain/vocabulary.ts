import {
  type LocalizedText,
  type PersonaLine,
  type PersonaTraitKey,
  personaTraitValues,
} from '@tokenholic/contracts';
import { labelOfHours, labelOfMoment } from './moments.ts';

const say = (zh: string, en: string): LocalizedText => ({ zh, en });

export const TRAIT_NAMES: Readonly<Record<PersonaTraitKey, LocalizedText>> = {
  channel: say('沟通渠道', 'Channel'),
  length: say('邮件篇幅', 'Length of e-mails'),
  formality: say('正式程度', 'Formality'),
  proof: say('更信服', 'Convinced by'),
  language: say('语言', 'Language'),
  decision_style: say('决策风格', 'Decision style'),
  risk: say('风险态度', 'Attitude to risk'),
  buying_role: say('采购角色', 'Buying role'),
  priority: say('关注重点', 'Priorities'),
  pain: say('痛点', 'Pains'),
  active_hours: say('活跃时段', 'Active hours'),
  active_days: say('活跃日', 'Active days'),
  answer_time: say('回复速度', 'Speed of answers'),
  trend: say('互动趋势', 'Trend'),
  answers_within_day: say('一天内回复的概率', 'Answers within a day'),
  best_time: say('下次联系的最佳时间', 'Best time for the next contact'),
  likely_objection: say('可能提出的异议', 'Likely objections'),
};

const TOPIC_LABELS: Readonly<Record<string, LocalizedText>> = {
  cost: say('成本与价格', 'Cost and price'),
  quality: say('效果与准确性', 'Quality and accuracy'),
  performance: say('性能与并发', 'Performance and capacity'),
  security: say('安全与合规', 'Security and compliance'),
  integration: say('集成与迁移', 'Integration and migration'),
  support: say('服务与支持', 'Support and service'),
  timeline: say('上线时间', 'Time to go live'),
  independence: say('不被绑定', 'Independence from one vendor'),
  business_result: say('业务成效', 'Business results'),
  ease_of_use: say('易用性', 'Ease of use'),
};

const LABELS: Readonly<Partial<Record<PersonaTraitKey, Readonly<Record<string, LocalizedText>>>>> = {
  channel: {
    email: say('邮件', 'E-mail'),
    call: say('电话', 'Calls'),
    meeting: say('会议', 'Meetings'),
  },
  length: {
    brief: say('简短', 'Brief'),
    moderate: say('适中', 'Moderate'),
    detailed: say('详尽', 'Detailed'),
  },
  formality: {
    formal: say('正式', 'Formal'),
    neutral: say('中性', 'Neutral'),
    casual: say('随和', 'Casual'),
  },
  proof: { data: say('数据', 'Data'), story: say('案例', 'Cases and stories') },
  language: {
    zh: say('中文', 'Chinese'),
    en: say('英文', 'English'),
    both: say('中英都用', 'Both languages'),
  },
  decision_style: {
    analytical: say('分析型', 'Analytical'),
    driving: say('驱动型', 'Driving'),
    amiable: say('共识型', 'Consensus-seeking (amiable)'),
    expressive: say('表达型', 'Expressive'),
  },
  risk: { cautious: say('谨慎', 'Cautious'), open: say('愿意尝试', 'Open to new things') },
  buying_role: {
    economic_buyer: say('拍板人', 'Economic buyer'),
    champion: say('内部支持者', 'Champion'),
    technical_evaluator: say('技术评估人', 'Technical evaluator'),
    user: say('使用者', 'User'),
    procurement: say('采购', 'Procurement'),
    legal: say('法务', 'Legal'),
    blocker: say('反对者', 'Blocker'),
  },
  priority: TOPIC_LABELS,
  pain: TOPIC_LABELS,
  active_days: {
    mon: say('周一', 'Monday'),
    tue: say('周二', 'Tuesday'),
    wed: say('周三', 'Wednesday'),
    thu: say('周四', 'Thursday'),
    fri: say('周五', 'Friday'),
    sat: say('周六', 'Saturday'),
    sun: say('周日', 'Sunday'),
  },
  answer_time: {
    within_hours: say('几小时内', 'Within hours'),
    within_day: say('一天内', 'Within a day'),
    within_days: say('三天内', 'Within three days'),
    slow: say('三天以上或不回', 'Later, or not at all'),
  },
  trend: {
    rising: say('越来越频繁', 'More often than before'),
    steady: say('保持稳定', 'As often as before'),
    falling: say('越来越少', 'Less often than before'),
  },
  likely_objection: {
    price: say('价格', 'Price'),
    security: say('安全合规', 'Security and compliance'),
    lock_in: say('厂商绑定', 'Lock-in'),
    timing: say('时机', 'Timing'),
    competitor: say('竞争对手', 'Competitor'),
    quality: say('效果质量', 'Quality'),
    authority: say('决策权', 'Authority'),
    need: say('需求', 'Need'),
    migration: say('迁移改造', 'Migration'),
  },
};

/** A value as people read it; free words stay as they were written. */
export function labelOf(key: PersonaTraitKey, value: string): LocalizedText {
  const known = LABELS[key]?.[value];
  if (known !== undefined) return known;
  const computed =
    key === 'active_hours' ? labelOfHours(value) : key === 'best_time' ? labelOfMoment(value) : null;
  return computed ?? { zh: value, en: value };
}

export function choicesOf(key: PersonaTraitKey): PersonaLine['choices'] {
  return personaTraitValues[key].map((value) => ({ value, label: labelOf(key, value) }));
}

export function editingOf(key: PersonaTraitKey): PersonaLine['editing'] {
  switch (key) {
    case 'priority':
    case 'pain':
    case 'active_days':
    case 'likely_objection':
      return 'many';
    case 'active_hours':
    case 'best_time':
      return 'words';
    case 'answers_within_day':
      return 'none';
    default:
      return 'one';
  }
}
