import { calls, letters, ours, type SampleHistory } from './sample-history.ts';

export const okafor: SampleHistory = {
  ...{ client: 1, deal: 0, person: 'okafor' },
  said: [
    ...ours([
      [
        11,
        'tue',
        '16:00',
        'Region-pinned inference',
        'Dear Ms Okafor, please find our note on region pinning attached.',
      ],
      [9, 'tue', '16:30', 'Cost model', 'Dear Ms Okafor, please find the cost model attached.'],
      [7, 'wed', '16:00', 'Pilot plan', 'Dear Ms Okafor, please find the pilot plan attached.'],
      [
        5,
        'tue',
        '16:10',
        'Audit trail',
        'Dear Ms Okafor, please find the description of the audit trail attached.',
      ],
      [
        3,
        'tue',
        '16:00',
        'Board paper',
        'Dear Ms Okafor, please find a draft for your board paper attached.',
      ],
    ]),
    ...letters([
      [
        11,
        'tue',
        '17:20',
        'Re: Region-pinned inference',
        'Good. Bottom line: do prompts stay in the region, yes or no?',
      ],
      [
        10,
        'wed',
        '18:05',
        'Compliance',
        'Compliance asks who can read the audit trail. Answer by Friday please.',
      ],
      [
        9,
        'tue',
        '17:45',
        'Re: Cost model',
        'My budget is fixed until March. Just tell me the number per chat.',
      ],
      [
        8,
        'tue',
        '18:10',
        'Today',
        'We are over budget on the current vendor already. I want a decision this month.',
      ],
      [
        7,
        'wed',
        '17:10',
        'Re: Pilot plan',
        'Pilot first with one desk, then we talk. What if it fails, who rolls it back?',
      ],
      [
        6,
        'wed',
        '18:30',
        'Who else',
        'Who else in banking runs this? I would like a reference call with one of them.',
      ],
      [
        5,
        'tue',
        '17:30',
        'Re: Audit trail',
        'Fine on audit. Get to the point on encryption and we are done.',
      ],
      [4, 'wed', '18:00', 'Risk note', 'Per has to sign the risk note. Any case study he would accept?'],
      [
        3,
        'tue',
        '17:05',
        'Re: Board paper',
        'If the security section is tight I will sign off. Send it by Thursday.',
      ],
      [
        2,
        'wed',
        '17:50',
        'December',
        'What did other banks do about data residency? I need one story for the board.',
      ],
    ]),
    ...calls([
      [
        8,
        'wed',
        '17:30',
        'Decision path',
        'Ada: "I approve up to two million, above that it is the board. No more meetings on scope."',
      ],
      [
        4,
        'tue',
        '18:15',
        'Board date',
        'Ada: "The deadline is the December board. Give me results, not slides."',
      ],
    ]),
  ],
};
