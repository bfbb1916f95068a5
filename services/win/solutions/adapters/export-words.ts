import type { Language } from '@tokenholic/contracts';

export interface ExportWords {
  version: (number: number) => string;
  diagram: string;
  side: Record<'ours' | 'theirs' | 'even' | 'depends', string>;
  rules: string;
  summary: string;
  products: string;
  answers: string;
  differences: string;
  cost: string;
  steps: string;
  cases: string;
  questions: string;
  sources: string;
  assumption: string;
  unknown: string;
  days: string;
  columns: readonly string[];
  risk: Record<'low' | 'medium' | 'high', string>;
}

export const words: Record<Language, ExportWords> = {
  zh: {
    version: (number) => `第 ${number} 版`,
    diagram: '架构图',
    side: { ours: '我方占优', theirs: '对方占优', even: '相当', depends: '视情况' },
    ...{ rules: '内置规则', summary: '概要', products: '推荐产品与模型', answers: '针对反馈' },
    ...{ differences: '与现用方案的差异', cost: '成本对比（元 / 年，按列表价）', steps: '迁移步骤' },
    ...{
      cases: '案例',
      questions: '待确认问题',
      sources: '来源',
      assumption: '规划口径',
      unknown: '未知',
      days: '个工作日',
    },
    columns: ['用例', '现用', '现用成本', '我方', '我方成本'],
    risk: { low: '风险低', medium: '风险中', high: '风险高' },
  },
  en: {
    version: (number) => `Version ${number}`,
    diagram: 'Architecture',
    side: { ours: 'we lead', theirs: 'they lead', even: 'even', depends: 'it depends' },
    ...{ rules: 'built-in rules', summary: 'Summary', products: 'Products and models' },
    ...{ answers: 'Answers to feedback', differences: 'Against what runs today', steps: 'Migration' },
    ...{
      cost: 'Cost (CNY a year at list prices)',
      cases: 'Cases',
      questions: 'Open questions',
      sources: 'Sources',
    },
    ...{ assumption: 'planning rule', unknown: 'unknown', days: 'working days' },
    columns: ['Use case', 'Today', 'Cost today', 'With us', 'Cost with us'],
    risk: { low: 'low risk', medium: 'medium risk', high: 'high risk' },
  },
};
