import type { SampleAccount } from './sample-deal.ts';

export const harbourline: SampleAccount = {
  people: {
    brandt: { name: 'Jonas Brandt', title: 'VP Data & AI', email: 'j.brandt@harbourline-logistics.example' },
    ng: { name: 'Mei Ng', title: 'Document Desk Lead', email: 'm.ng@harbourline-logistics.example' },
    osei: { name: 'Kofi Osei', title: 'Finance Director', email: 'k.osei@harbourline-logistics.example' },
  },
  deals: [
    {
      title: 'Bill-of-lading reading at 48,000 pages a day',
      ...{ amount: 780_000, currency: 'USD', created: 47, closes: -30 },
      ...{ source: 'Token map', products: ['Qwen3-VL'], competitors: ['Google Cloud'] },
      begins: 'discovery',
      moves: [{ to: 'evaluation', on: 18 }],
      roles: { brandt: 'technical_evaluator', ng: 'user' },
      said: [
        {
          ...{ kind: 'meeting', direction: 'out', on: 44, with: ['ng'] },
          subject: 'How the desk works',
          text: 'Mei: "Handwritten weights are where we lose an hour a day. Fix those and everybody here votes for you."',
        },
        {
          ...{ kind: 'email', direction: 'in', on: 17, with: ['brandt'] },
          subject: 'Test set',
          text: 'Attached are 2,000 redacted pages. We compare on field accuracy and cost per thousand pages.',
        },
      ],
      steps: [{ title: 'Present test results with cost per thousand pages', due: 2 }],
    },
    {
      title: 'Where-is-my-container assistant, peak season capacity',
      ...{ amount: 210_000, currency: 'USD', created: 110, closes: 35 },
      ...{ source: 'Renewal', products: ['Qwen3.6-Flash'], competitors: ['Azure OpenAI'] },
      begins: 'proposal',
      moves: [
        { to: 'negotiation', on: 70 },
        {
          to: 'won',
          on: 35,
          outcome: {
            ...{ reason: 'price', text: 'Batch and cache discounts halved the bill.' },
            ...{ buyerReason: 'price', buyerText: 'Cheapest at the latency we need.' },
          },
        },
      ],
      roles: { brandt: 'champion', osei: 'economic_buyer' },
      said: [
        {
          ...{ kind: 'call', direction: 'in', on: 69, with: ['osei'] },
          subject: 'Price per resolved question',
          text: 'Kofi wants to pay by resolved question, at most 3 cents.',
        },
      ],
      steps: [],
    },
    {
      title: 'Arrival-time model retraining platform',
      ...{ amount: 330_000, currency: 'USD', created: 133, closes: 58 },
      ...{ source: 'Event', products: ['PAI'], competitors: ['AWS'] },
      begins: 'lead',
      moves: [
        { to: 'discovery', on: 120 },
        {
          to: 'lost',
          on: 58,
          outcome: {
            ...{ reason: 'no_decision', text: 'Project frozen with the hiring stop.' },
            ...{ buyerReason: 'no_decision', buyerText: '' },
          },
        },
      ],
      roles: { brandt: 'technical_evaluator' },
      said: [],
      steps: [],
    },
  ],
};
