import type { TrialScore } from '@tokenholic/contracts';
import { formatPercent } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { classes } from '@/ui/classes';

interface ScorePairProps {
  whole: TrialScore;
  words: TrialScore;
  questions: number;
}

/** The same questions, answered with meaning and by words alone: what meaning adds, or takes away. */
export function ScorePair({ whole, words, questions }: ScorePairProps) {
  const { t } = useTranslation('knowledge');
  const language = useLanguage();
  const sides = [
    { name: t('by_all'), score: whole, line: 'border-ink' },
    { name: t('by_words'), score: words, line: 'border-dashed border-ink-3' },
  ];
  return (
    <dl className="grid max-w-[480px] grid-cols-2 gap-3">
      {sides.map(({ name, score, line }) => (
        <div key={name} className="grid content-start gap-1 rounded-card border border-line bg-surface p-3">
          <dt className="flex items-center gap-2 text-xs text-ink-2">
            <span aria-hidden className={classes('w-5 border-t-2', line)} />
            {name}
          </dt>
          <dd className="text-kpi font-semibold">{formatPercent(score.first, language)}</dd>
          <dd className="text-xs text-ink-2">
            {t('score_of', {
              found: Math.round(score.first * questions),
              questions,
              five: formatPercent(score.firstFive, language),
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
