import type { SampleAccount } from './sample-deal.ts';

export const beichen: SampleAccount = {
  people: {
    shen: { name: '沈若松', title: '首席数字官', email: 'shenrs@beichen-pharma.example' },
    qin: { name: '秦薇', title: '注册事务总监', email: 'qinwei@beichen-pharma.example' },
    he: { name: '何建平', title: '信息安全经理', email: 'hejp@beichen-pharma.example' },
    tao: { name: '陶颖', title: '法务', email: 'taoying@beichen-pharma.example' },
  },
  deals: [
    {
      title: '申报资料写作平台二期',
      ...{ amount: 3_600_000, currency: 'CNY', created: 58, closes: -52 },
      ...{ source: '老客户推荐', products: ['百炼', '千问 Qwen3.6-Max'], competitors: ['华为云'] },
      begins: 'discovery',
      moves: [
        { to: 'evaluation', on: 35 },
        { to: 'proposal', on: 6 },
      ],
      roles: { shen: 'economic_buyer', qin: 'champion', he: 'technical_evaluator' },
      said: [
        {
          ...{ kind: 'meeting', direction: 'in', on: 34, with: ['qin', 'he'] },
          subject: '试点复盘',
          text: '秦薇：“六周变九天，审评部门现在天天催我扩到中药。”何建平要求所有调用留痕五年。',
        },
        {
          ...{ kind: 'call', direction: 'in', on: 5, with: ['shen'] },
          subject: '预算口径',
          text: '沈若松：“明年预算 12 月 10 日锁，之前拿到合同草案就能进。”',
        },
      ],
      steps: [{ title: '提交合同草案给法务陶颖', due: -9 }],
    },
    {
      title: '医学信息助手换用自托管千问',
      ...{ amount: 1_900_000, currency: 'CNY', created: 120, closes: 44 },
      ...{ source: 'Token 战图', products: ['千问 开源版', 'PAI'], competitors: ['华为云', '自建'] },
      begins: 'lead',
      moves: [
        { to: 'discovery', on: 108 },
        { to: 'evaluation', on: 90 },
        {
          to: 'lost',
          on: 44,
          outcome: {
            ...{ reason: 'competitor', text: '华为云联合共建项目绑定了算力。' },
            ...{ buyerReason: 'relationship', buyerText: '集团层面早有战略协议，我们来晚了。' },
          },
        },
      ],
      roles: { he: 'technical_evaluator' },
      said: [
        {
          ...{ kind: 'email', direction: 'out', on: 71, with: ['he'] },
          subject: '三次跟进未回复',
          text: '何经理，测试环境已经准备好，请告知方便的时间。',
        },
      ],
      steps: [],
    },
    {
      title: '“问北辰”制度问答扩容',
      ...{ amount: 560_000, currency: 'CNY', created: 90, closes: 30 },
      ...{ source: '续约', products: ['千问 Qwen3.6-Plus'], competitors: [] },
      begins: 'proposal',
      moves: [
        { to: 'negotiation', on: 62 },
        {
          to: 'won',
          on: 30,
          outcome: {
            ...{ reason: 'service', text: '驻场两周把知识库重做了一遍。' },
            ...{ buyerReason: 'service', buyerText: '' },
          },
        },
      ],
      roles: { shen: 'economic_buyer', tao: 'legal' },
      said: [
        {
          ...{ kind: 'meeting', direction: 'out', on: 60, with: ['shen', 'tao'] },
          subject: '条款确认',
          text: '陶颖确认数据处理附件，沈若松同意一次性采购。',
        },
      ],
      steps: [],
    },
  ],
};
