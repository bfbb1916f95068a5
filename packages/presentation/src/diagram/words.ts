import type { DiagramChange, DiagramLane, DiagramStanding, Language } from '@tokenholic/contracts';

/** In the order in which they are drawn; operations stand below all others. */
export const lanes: readonly DiagramLane[] = [
  'channels',
  'entry',
  'application',
  'intelligence',
  'systems',
  'operations',
];

interface DiagramWords {
  lane: Record<DiagramLane, string>;
  standing: Record<DiagramStanding, string>;
  change: Record<DiagramChange, string>;
}

export const diagramWords: Record<Language, DiagramWords> = {
  zh: {
    lane: {
      channels: '触点渠道',
      entry: '接入与安全',
      application: '应用与编排',
      intelligence: '模型与知识',
      systems: '客户系统',
      operations: '运维、容量与治理',
    },
    standing: { proposed: '我方提供', today: '现用', assumed: '待客户确认', added: '手工添加' },
    change: { same: '不变', added: '新增', removed: '去掉', changed: '改动' },
  },
  en: {
    lane: {
      channels: 'Channels',
      entry: 'Access and safety',
      application: 'Application',
      intelligence: 'Models and knowledge',
      systems: 'Client systems',
      operations: 'Operations, capacity and governance',
    },
    standing: {
      proposed: 'Provided by us',
      today: 'Runs today',
      assumed: 'To be confirmed',
      added: 'Added by hand',
    },
    change: { same: 'unchanged', added: 'new', removed: 'gone', changed: 'changed' },
  },
};
