import type { TrialRun } from '@tokenholic/contracts';
import { formatPercent } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';

/** Earlier runs, newest first; what words alone reached stands under what was reached with meaning. */
export function TrialRuns({ runs }: { runs: readonly TrialRun[] }) {
  const { t } = useTranslation('knowledge');
  const language = useLanguage();
  const share = (one: number, byWords: number | undefined) => (
    <td className="py-1 pr-3 align-top">
      {formatPercent(one, language)}
      {byWords === undefined ? null : (
        <span className="block text-xs text-ink-2">
          {t('by_words')} {formatPercent(byWords, language)}
        </span>
      )}
    </td>
  );
  return (
    <table className="w-full text-left">
      <caption className="pb-2 text-left font-semibold">{t('runs')}</caption>
      <thead>
        <tr className="border-b border-line-strong text-xs text-ink-2">
          {(['run_at', 'run_questions', 'first', 'first_five'] as const).map((column) => (
            <th key={column} scope="col" className="py-1 pr-3 font-medium">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runs.toReversed().map(({ id, at, questions, first, firstFive, words }) => (
          <tr key={id} className="border-b border-line">
            <td className="py-1 pr-3 align-top">
              {new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')}
            </td>
            <td className="py-1 pr-3 align-top">{questions}</td>
            {share(first, words?.first)}
            {share(firstFive, words?.firstFive)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
