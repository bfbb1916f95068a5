import type { SampleAccount } from './sample-deal.ts';

export const orangeBay: SampleAccount = {
  people: {
    lin: { name: '林舒', title: '客服中心总经理', email: 'linshu@chengwan-mobility.example' },
    peng: { name: '彭越', title: '平台架构师', email: 'pengyue@chengwan-mobility.example' },
    jiang: { name: '蒋牧', title: '首席财务官', email: 'jiangmu@chengwan-mobility.example' },
  },
  deals: [
    {
      title: '客服会话分流到千问 Flash',
      ...{ amount: 2_300_000, currency: 'CNY', created: 39, closes: -45 },
      ...{ source: 'Token 战图', products: ['千问 Qwen3.6-Flash', '百炼'], competitors: ['腾讯云'] },
      begins: 'lead',
      moves: [{ to: 'discovery', on: 21 }],
      roles: { lin: 'champion', peng: 'technical_evaluator' },
      said: [
        {
          ...{ kind: 'meeting', direction: 'out', on: 20, with: ['lin', 'peng'] },
          subject: '七成会话里的简单问题',
          text: '林舒：“改签、发票这两类占了一半，能便宜一半我就敢先切。”彭越担心切换期间的上下文丢失。',
        },
        {
          ...{ kind: 'email', direction: 'in', on: 6, with: ['peng'] },
          subject: '灰度方案问题清单',
          text: '请说明会话中途切换模型时如何带上历史，以及回滚需要多长时间。',
        },
      ],
      steps: [{ title: '回复彭越的灰度问题清单', due: 1 }],
    },
    {
      title: '双节优惠文案批量生成',
      ...{ amount: 260_000, currency: 'CNY', created: 88, closes: 48 },
      ...{ source: '活动', products: ['千问 Qwen3.6-Plus'], competitors: ['DeepSeek'] },
      begins: 'proposal',
      moves: [
        {
          to: 'won',
          on: 48,
          outcome: {
            ...{ reason: 'timing', text: '两周内上线，赶上了双节。' },
            ...{ buyerReason: null, buyerText: '' },
          },
        },
      ],
      roles: { lin: 'economic_buyer' },
      said: [
        {
          ...{ kind: 'call', direction: 'in', on: 80, with: ['lin'] },
          subject: '只看上线时间',
          text: '林舒：“节前不上线就不用谈了。”',
        },
      ],
      steps: [],
    },
    {
      title: '智驾路测片段标注',
      ...{ amount: 4_100_000, currency: 'CNY', created: 12, closes: -110 },
      ...{ source: '老客户推荐', products: ['Qwen3-VL', 'PAI'], competitors: ['自建'] },
      begins: 'lead',
      moves: [],
      roles: {},
      said: [],
      steps: [{ title: '约蒋牧介绍片段标注的成本模型', due: -6 }],
    },
  ],
};
