import { AppError } from '@tokenholic/kit';

export function findingUnknown(): AppError {
  return new AppError({
    kind: 'not_found',
    code: 'research.finding_unknown',
    message: {
      zh: '这条结论已不在最新一次研究里。请刷新页面。',
      en: 'This finding is not part of the latest research any more. Reload the page.',
    },
  });
}

export function mergeImpossible(): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'research.merge_impossible',
    message: {
      zh: '只能合并到另一条保留的结论上。请选择一条没有被否决、也没有被合并的结论。',
      en: 'A finding can only be merged into another one that stays. Choose one that is neither rejected nor merged itself.',
    },
  });
}

export function nothingToApply(): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'research.nothing_to_apply',
    message: {
      zh: '没有尚未画进战图的审核结果。',
      en: 'The map already shows every judgement.',
    },
  });
}
