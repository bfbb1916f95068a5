import type { Scenario } from '../scenario.ts';

export const objections: Scenario = {
  id: 'objections',
  opening: {
    zh: '方案我看了，说实话，我们内部还有不少顾虑。你先说说看？',
    en: 'I read your proposal. Frankly, we have doubts. Why don’t you start?',
  },
  topics: [
    {
      id: 'compare',
      cue: /比较|对比|别家|竞品|compar|competitor|other vendor/i,
      tells: {
        zh: '我们同时在看两家，一家价格更低，一家说自己效果最好。',
        en: 'We look at two others: one is cheaper, one claims better quality.',
      },
    },
    {
      id: 'worry',
      cue: /顾虑|担心|原因|为什么|concern|worr|why|reason/i,
      tells: {
        zh: '主要是怕投了钱，业务部门用不起来，最后背锅的是我。',
        en: 'That we spend the money, nobody uses it, and I take the blame.',
      },
    },
    {
      id: 'cost',
      cue: /成本|价格|费用|花|cost|price|spend/i,
      tells: {
        zh: '现在每个月模型调用大概十八万，财务已经在问了。',
        en: 'Model calls cost about 180,000 yuan a month, and finance is asking.',
      },
    },
    {
      id: 'people',
      cue: /团队|谁|业务部门|同事|team|who|stakeholder|colleague/i,
      tells: {
        zh: '采购只看单价，业务看效果，安全那边一票否决。',
        en: 'Purchasing looks at unit price, the business at results, and security has a veto.',
      },
    },
    {
      id: 'when',
      cue: /时间|什么时候|计划|上线|when|timeline|plan|deadline/i,
      tells: {
        zh: '合同三月到期，一月底前要定下来。',
        en: 'The contract ends in March, so we decide by the end of January.',
      },
    },
  ],
  objections: [
    {
      id: 'price',
      answer: /总成本|缓存|批量|分级|单价|total cost|cach|batch|tier|unit price/i,
      says: {
        zh: '你们比另一家贵，采购这关就过不去。',
        en: 'You cost more than the other one. Purchasing will never agree.',
      },
    },
    {
      id: 'switch',
      answer: /兼容|迁移|并行|灰度|compatib|migrat|parallel|gradual/i,
      says: {
        zh: '现在的系统跑得好好的，为什么要折腾迁移？',
        en: 'What we have works. Why go through a migration?',
      },
    },
    {
      id: 'proof',
      answer: /案例|客户|验证|试点|case|customer|proof|pilot/i,
      says: {
        zh: '有和我们同行业的客户在用吗？没有先例我不敢推。',
        en: 'Does anyone in our industry use it? I will not go first.',
      },
    },
  ],
};
