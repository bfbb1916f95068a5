import type { StartPractice } from '@tokenholic/contracts';

/** What a seller said in a sample talk; customer, coach and score are the product's. */
export interface SampleTalk extends Pick<StartPractice, 'scenario' | 'level' | 'language' | 'persona'> {
  /** The customer's phrases are chosen by it, so that the lines below fit what was asked. */
  seed: number;
  lines: readonly string[];
}

/** One talk in each language: with good questions, one claim too many, and a next step. */
export const SAMPLE_TALKS: readonly SampleTalk[] = [
  {
    ...{ scenario: 'discovery', level: 'easy', language: 'zh', seed: 7 },
    persona: { kind: 'library', id: 'e-commerce' },
    lines: [
      '周总您好，今天我先听您讲：客服这一块，最让您头疼的是哪个环节？',
      '这个情况一年下来大概给公司造成多少损失？',
      '我们的模型准确率能到 99%，这个问题肯定能解决。',
      '刚才我说快了，先收回。现在这些咨询是怎么处理下来的，谁先接、谁后接？',
      '您刚才说上个大促错答赔了 46 万元，我记下了：先让模型接住简单的问题，这个数就能降下来。在这之前试过别的办法吗，后来怎么样？',
      '现在能跑，您求稳，我理解。不过那 46 万元的损失每个大促都在，所以我们只动退货问答这一个环节，前后对比，没有效果就停。您觉得这样还算折腾吗？',
      '那我建议下周三下午三点，请您和技术负责人一起，用半小时过一遍试点方案，您看可以吗？',
    ],
  },
  {
    ...{ scenario: 'objections', level: 'easy', language: 'en', seed: 7 },
    persona: { kind: 'library', id: 'banking' },
    lines: [
      'Thank you for reading it so closely. Which part of the work bothers you most today?',
      'You do not have to worry about that, our technology is the best on the market.',
      'I went over that too fast, and I understand the doubt. What happened that makes you so careful?',
      'Then we do it the other way round: we score it on a sample of your own past cases first, it does not go live below the threshold we agree on, and when it is not sure a person takes over. Is there anything this would miss?',
      'Nobody wants a weekend like that. The interface is compatible, so it is one address to change; we run in parallel on a small share and you can switch back at any moment. Would that be acceptable?',
      'Could we go through the scope of the pilot next Thursday at 10 am, together with your technical lead?',
    ],
  },
];
