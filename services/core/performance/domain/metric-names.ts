import type { LocalizedText, Metric } from '@tokenholic/contracts';

/** Names with their unit, for tables that leave the product. */
export const METRIC_NAMES: Readonly<Record<Metric, LocalizedText>> = {
  maps_drawn: { zh: '绘制的战图', en: 'Maps drawn' },
  findings_judged: { zh: '核实的发现', en: 'Findings judged' },
  tasks_in_time: { zh: '按时完成的任务占比', en: 'Share of tasks done in time' },
  first_answer_hours: { zh: '首次回复用时（小时）', en: 'Hours to the first answer' },
  deals_won_cny: { zh: '赢单金额（元）', en: 'Deals won (CNY)' },
  practice_score: { zh: '演练得分', en: 'Practice score' },
  handoffs_kept: { zh: '未被退回的交接占比', en: 'Share of hand-offs not returned' },
};
