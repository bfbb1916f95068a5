import type { SampleAccount } from './sample-deal.ts';

export const northgate: SampleAccount = {
  people: {
    okafor: {
      name: 'Ada Okafor',
      title: 'Chief Information Officer',
      email: 'a.okafor@northgate-bank.example',
    },
    hale: { name: 'Ruth Hale', title: 'Head of Digital Service', email: 'r.hale@northgate-bank.example' },
    lindqvist: {
      name: 'Per Lindqvist',
      title: 'Head of Model Risk',
      email: 'p.lindqvist@northgate-bank.example',
    },
    moreau: {
      name: 'Claire Moreau',
      title: 'Category Manager, Technology',
      email: 'c.moreau@northgate-bank.example',
    },
  },
  deals: [
    {
      title: 'Ask North on a Singapore-hosted model',
      ...{ amount: 1_150_000, currency: 'USD', created: 96, closes: -19 },
      ...{ source: 'Token map', products: ['Model Studio', 'Qwen3.6-Plus'], competitors: ['Azure OpenAI'] },
      begins: 'lead',
      moves: [
        { to: 'discovery', on: 85 },
        { to: 'evaluation', on: 52 },
        { to: 'proposal', on: 24 },
        { to: 'negotiation', on: 8 },
      ],
      roles: { okafor: 'economic_buyer', hale: 'champion', lindqvist: 'blocker', moreau: 'procurement' },
      said: [
        {
          ...{ kind: 'meeting', direction: 'out', on: 84, with: ['hale'] },
          subject: 'What five million chats cost today',
          text: 'Ruth: "Half of the chats are balance questions. I cannot defend a frontier model for those."',
        },
        {
          ...{ kind: 'meeting', direction: 'in', on: 50, with: ['lindqvist', 'hale'] },
          subject: 'Model risk questionnaire',
          text: 'Per asked for evidence that prompts never leave the region and for a way to pin a model version for 12 months. "Without pinning this stops with me."',
        },
        {
          ...{ kind: 'email', direction: 'in', on: 11, with: ['moreau'] },
          subject: 'Terms',
          text: 'We need the uptime credit raised to 10% and a termination right after six months.',
        },
        {
          ...{ kind: 'call', direction: 'in', on: 3, with: ['okafor'] },
          subject: 'Board paper',
          text: 'Ada: "If Per signs the risk note I can take this to the December board."',
        },
      ],
      steps: [{ title: 'Send the version-pinning letter to Per Lindqvist', due: -2 }],
    },
    {
      title: 'KYC document assistant',
      ...{ amount: 420_000, currency: 'USD', created: 150, closes: 16 },
      ...{ source: 'Partner', products: ['Qwen3-VL', 'Model Studio'], competitors: ['AWS Bedrock'] },
      begins: 'discovery',
      moves: [
        { to: 'evaluation', on: 128 },
        { to: 'negotiation', on: 40 },
        {
          to: 'won',
          on: 16,
          outcome: {
            ...{
              reason: 'security',
              text: 'Region-pinned inference and on-site review convinced model risk.',
            },
            ...{ buyerReason: 'security', buyerText: 'The audit trail was the deciding point.' },
          },
        },
      ],
      roles: { okafor: 'economic_buyer', lindqvist: 'technical_evaluator', hale: 'champion' },
      said: [
        {
          ...{ kind: 'meeting', direction: 'out', on: 127, with: ['lindqvist'] },
          subject: 'Accuracy on 400 passports',
          text: 'Field accuracy 98.6% against 97.9% for the incumbent. Per: "I can live with that, show me the audit trail."',
        },
      ],
      steps: [],
    },
    {
      title: 'Developer assistant for 1,800 engineers',
      ...{ amount: 640_000, currency: 'USD', created: 61, closes: 9 },
      ...{ source: 'Outbound', products: ['Qwen3-Coder'], competitors: ['GitHub Copilot'] },
      begins: 'lead',
      moves: [{ to: 'discovery', on: 55 }],
      roles: { moreau: 'procurement' },
      said: [
        {
          ...{ kind: 'call', direction: 'out', on: 31, with: ['moreau'] },
          subject: 'Renewal dates',
          text: 'Three assistants are under contract until spring. Claire will not name the owner of the budget.',
        },
      ],
      steps: [],
    },
  ],
};
