import type { Scenario } from '../scenario.ts';

export const executive: Scenario = {
  id: 'executive',
  opening: {
    zh: '我十分钟后还有会，请直接讲：这件事对公司有什么价值？',
    en: 'I have another meeting in ten minutes. What is this worth to the company?',
  },
  topics: [
    {
      id: 'strategy',
      cue: /战略|目标|重点|优先|strateg|goal|priorit/i,
      tells: {
        zh: '今年两件事：海外要增长，国内要把费用率降下来。',
        en: 'Two things this year: growth abroad, a lower cost ratio at home.',
      },
    },
    {
      id: 'return',
      cue: /回报|收益|节省|ROI|return|saving|benefit/i,
      tells: {
        zh: '超过一年才回本的项目，董事会不会批。',
        en: 'The board approves nothing that takes over a year to pay back.',
      },
    },
    {
      id: 'risk',
      cue: /风险|顾虑|担心|risk|concern|worr/i,
      tells: {
        zh: '我最怕舆情，AI 说错一句话就上热搜。',
        en: 'Publicity: one wrong sentence from an AI and we are in the news.',
      },
    },
    {
      id: 'owner',
      cue: /负责|谁|团队|推动|owner|who|team|sponsor/i,
      tells: {
        zh: '要做的话，让运营副总牵头，IT 配合。',
        en: 'If we do it, the VP of operations leads and IT supports.',
      },
    },
    {
      id: 'rival',
      cue: /同行|竞争|市场|对手|peer|competit|market/i,
      tells: {
        zh: '对手上个月发布了 AI 导购，董事会已经问过我了。',
        en: 'A rival launched an AI shopping guide last month; the board has asked me.',
      },
    },
  ],
  objections: [
    {
      id: 'hype',
      answer: /指标|试点|结果|案例|metric|pilot|result|case/i,
      says: {
        zh: '每家都说 AI 能降本，我听多了，凭什么信你？',
        en: 'Everyone says AI cuts costs. Why should I believe you?',
      },
    },
    {
      id: 'timing',
      answer: /窗口|分阶段|先|对手|window|phase|first|rival/i,
      says: { zh: '为什么非要现在做？明年模型更便宜。', en: 'Why now? Models will be cheaper next year.' },
    },
    {
      id: 'blame',
      answer: /审核|兜底|人工|责任|review|fallback|human|responsib/i,
      says: { zh: '出了问题谁负责？', en: 'Who answers for it when it goes wrong?' },
    },
  ],
};
