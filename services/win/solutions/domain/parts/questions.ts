import type { LocalizedText, SolutionContent, SolutionCost } from '@tokenholic/contracts';
import type { Case } from '../case.ts';

const REGULATED = new Set([
  'banking',
  'insurance',
  'fintech',
  'healthcare',
  'pharma',
  'government',
  'securities',
]);
const LOW_CONFIDENCE = 0.45;

/** What has to be asked before this goes out: what the map does not know, and what decides. */
export function questionsOf({ tiles, industryId }: Case, cost: SolutionCost): SolutionContent['questions'] {
  const questions: { id: string; text: LocalizedText }[] = [];
  for (const { tileKey, useCase, current, currentCny } of cost.rows)
    if (currentCny === null)
      questions.push({
        id: `price ${tileKey}`,
        text: {
          zh: `${useCase.zh}里的 ${current.zh} 现在按什么价格结算？价差要等这个数。`,
          en: `What is paid today for ${current.en} in ${useCase.en}? The difference waits for that figure.`,
        },
      });
  for (const { tile, column } of tiles)
    if (tile.confidence.score < LOW_CONFIDENCE)
      questions.push({
        id: `volume ${tile.key}`,
        text: {
          zh: `${column.name.zh}用 ${tile.modelName.zh} 的用量依据不足，能否提供一周的调用日志？`,
          en: `The volume of ${tile.modelName.en} in ${column.name.en} rests on little: can we have one week of logs?`,
        },
      });
  if (industryId !== null && REGULATED.has(industryId))
    questions.push({
      id: 'residency',
      text: {
        zh: '数据和推理要求放在哪个地域？有没有不能出域的字段？',
        en: 'In which region must data and inference stay? Which fields may not leave it?',
      },
    });
  questions.push(
    {
      id: 'evaluation',
      text: {
        zh: '有没有现成的评测集？由谁判断“够好”？',
        en: 'Is there an evaluation set already, and who says what is good enough?',
      },
    },
    {
      id: 'contract',
      text: {
        zh: '与现有供应商的合同什么时候到期？有没有最低消费承诺？',
        en: 'When does the contract with the present provider end, and is there a minimum spend?',
      },
    },
    {
      id: 'peak',
      text: {
        zh: '高峰时每分钟多少请求、多少 Token？限流要按它来配。',
        en: 'How many requests and tokens a minute at peak? Rate limits are set by it.',
      },
    },
  );
  return questions.slice(0, 8);
}
