import type { EventPayload } from '@tokenholic/contracts';
import { type Description, described } from './description.ts';

const amount = (cny: number) => `¥${Math.round(Math.abs(cny)).toLocaleString('en-US')}`;

/** What a version saves the client, or costs more; null when a price is unknown. */
function saving(cny: number | null) {
  if (cny === null) return null;
  return cny >= 0
    ? {
        zh: `按列表价每年为客户省 ${amount(cny)}。`,
        en: `Saves the client ${amount(cny)} a year at list prices.`,
      }
    : { zh: `按列表价每年多花 ${amount(cny)}。`, en: `Costs ${amount(cny)} more a year at list prices.` };
}

export const solutionDescribers = {
  'solution.proposed': ({ title, savingCny }: EventPayload<'solution.proposed'>): Description =>
    described(
      'win',
      { zh: `方案已生成：${title.zh}`, en: `Solution made: ${title.en}` },
      { text: saving(savingCny), weight: 0.5 },
    ),
  'solution.refined': ({
    title,
    version,
    points,
    savingCny,
  }: EventPayload<'solution.refined'>): Description =>
    described(
      'win',
      {
        zh: `方案“${title.zh}”第 ${version} 版回应了 ${points} 个要点`,
        en: `Version ${version} of “${title.en}” answers ${points} points`,
      },
      { text: saving(savingCny), weight: 0.5 },
    ),
  'solution.progressed': ({ status }: EventPayload<'solution.progressed'>): Description =>
    described(
      'win',
      status === 'failed'
        ? { zh: '方案生成中断', en: 'A solution run stopped' }
        : { zh: '方案生成中', en: 'A solution is being made' },
    ),
};
