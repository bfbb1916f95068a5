import type { EventPayload } from '@tokenholic/contracts';
import { type Description, described } from './description.ts';

export const practiceDescribers = {
  'practice.assigned': ({ person, by, dueOn }: EventPayload<'practice.assigned'>): Description =>
    described(
      'work',
      {
        zh: `${by.zh} 请 ${person.zh} 在 ${dueOn} 前演练与这位客户的对话`,
        en: `${by.en} asked ${person.en} to practise the talk with this client by ${dueOn}`,
      },
      { weight: 0.5, notice: 'info' },
    ),
};
