import type { SampleAccount } from './sample-deal.ts';

export const yunxiu: SampleAccount = {
  people: {
    xu: { name: '许岚', title: '技术副总裁', email: 'xulan@yunxiu-drama.example' },
    gao: { name: '高屹', title: '视频算法负责人', email: 'gaoyi@yunxiu-drama.example' },
    fang: { name: '方思敏', title: '采购总监', email: 'fangsimin@yunxiu-drama.example' },
    lu: { name: '陆川', title: '客服运营经理', email: 'luchuan@yunxiu-drama.example' },
  },
  deals: [
    {
      title: '漫剧分镜视频生成迁移到万相',
      ...{ amount: 6_800_000, currency: 'CNY', created: 74, closes: -38, closedBefore: -8 },
      ...{ source: 'Token 战图', products: ['万相 Wan', '百炼'], competitors: ['火山引擎'] },
      begins: 'lead',
      moves: [
        { to: 'discovery', on: 66 },
        { to: 'evaluation', on: 41 },
        { to: 'proposal', on: 12 },
      ],
      roles: { xu: 'economic_buyer', gao: 'technical_evaluator', fang: 'procurement' },
      said: [
        {
          ...{ kind: 'meeting', direction: 'out', on: 66, with: ['gao'] },
          subject: '分镜管线现状梳理',
          text: '高屹：“同一张脸在 30 个镜头里不走样，是我们选模型的第一条。价格第二。”目前 55% 的镜头走 Seedance 2.0。',
        },
        {
          ...{ kind: 'email', direction: 'in', on: 40, with: ['gao'] },
          subject: '盲测方案',
          text: '王工，盲测用《镜湖旧事》的 60 个对白镜头，两边各生成三次。请在周五前给我们开通并发额度。',
        },
        {
          ...{ kind: 'call', direction: 'in', on: 15, with: ['xu'] },
          subject: '高峰并发是关键',
          text: '许岚：“周五上新前要能撑住 1.6 万秒的成片，排队超过十分钟编辑就会骂人。数据也不能出境。”希望看到压测报告再谈价格。',
        },
        {
          ...{ kind: 'email', direction: 'out', on: 9, with: ['xu', 'fang'] },
          subject: '报价单与承诺用量折扣',
          text: '附上按月 18 万秒的阶梯报价。承诺一年用量可再降 12%。',
        },
      ],
      steps: [{ title: '交付周五高峰的压测报告', due: -4 }],
    },
    {
      title: '海外客服从 ERNIE 换到千问',
      ...{ amount: 920_000, currency: 'CNY', created: 33, closes: -24 },
      ...{ source: '合同到期', products: ['千问 Qwen3.6-Plus'], competitors: ['百度智能云'] },
      begins: 'lead',
      moves: [{ to: 'discovery', on: 26 }],
      roles: { lu: 'champion' },
      said: [
        {
          ...{ kind: 'call', direction: 'out', on: 26, with: ['lu'] },
          subject: '老合同明年 3 月到期',
          text: '陆川：“马来语和泰语的投诉，你们家最低。但换不换不是我说了算。”',
        },
      ],
      steps: [],
    },
    {
      title: '剧本初稿生成年度包',
      ...{ amount: 1_450_000, currency: 'CNY', created: 168, closes: 61 },
      ...{ source: '老客户推荐', products: ['千问 Qwen3.6-Max'], competitors: ['DeepSeek'] },
      begins: 'discovery',
      moves: [
        { to: 'evaluation', on: 149 },
        { to: 'proposal', on: 111 },
        { to: 'negotiation', on: 88 },
        {
          to: 'won',
          on: 61,
          outcome: {
            ...{ reason: 'product_fit', text: '编剧盲评里人物口吻更稳；批量半价。' },
            ...{ buyerReason: 'product_fit', buyerText: '编剧说改稿时间少了三成。' },
          },
        },
      ],
      roles: { xu: 'economic_buyer', lu: 'user', fang: 'procurement' },
      said: [
        {
          ...{ kind: 'meeting', direction: 'out', on: 120, with: ['xu'] },
          subject: '盲评结果',
          text: '六位编剧、40 个剧本。许岚：“第一次有模型把反派写得不像主角。”',
        },
        {
          ...{ kind: 'meeting', direction: 'in', on: 80, with: ['fang', 'xu'] },
          subject: '价格谈判',
          text: '方思敏要求批量调用按半价，且写进合同。',
        },
      ],
      steps: [],
    },
    {
      title: '推荐口味标签扩容',
      ...{ amount: 380_000, currency: 'CNY', created: 142, closes: 70 },
      ...{ source: '续约', products: ['千问 Qwen3.6-Flash'], competitors: ['火山引擎'] },
      begins: 'discovery',
      moves: [
        { to: 'proposal', on: 118 },
        {
          to: 'lost',
          on: 70,
          outcome: {
            ...{ reason: 'price', text: '对手报价低 18%，我们没有跟。' },
            ...{ buyerReason: 'timing', buyerText: '其实是等不到我们的报价，一拖就是三周。' },
          },
        },
      ],
      roles: { gao: 'technical_evaluator' },
      said: [
        {
          ...{ kind: 'email', direction: 'in', on: 97, with: ['gao'] },
          subject: '报价还要多久',
          text: '上次说这周给到报价，现在已经过去两周了，我们这边要定预算。',
        },
      ],
      steps: [],
    },
  ],
};
