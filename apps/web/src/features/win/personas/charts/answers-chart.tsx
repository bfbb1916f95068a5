import type { PersonaCharts } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { Bars } from './bars';
import { ChartFrame } from './chart-frame';

/** The bounds of the contract, in hours; the last bar has none. */
const BOUNDS = [1, 4, 8, 24, 48, 96];

/** How long our letters wait for an answer. */
export function AnswersChart({ answers: { counts, unanswered } }: { answers: PersonaCharts['answers'] }) {
  const { t } = useTranslation('personas');
  const answered = counts.reduce((sum, count) => sum + count, 0);
  const name = (index: number) => {
    const bound = BOUNDS[index];
    if (bound === undefined) return t('answers_later', { hours: 96 });
    return bound <= 24 ? t('answers_hours', { hours: bound }) : t('answers_days', { days: bound / 24 });
  };
  const quick = counts.slice(0, 4).reduce((sum, count) => sum + count, 0);
  const title =
    answered + unanswered === 0
      ? t('answers_none')
      : t('answers_title', { quick, count: answered + unanswered });
  const rows = [
    ...counts.map((count, index) => ({ name: name(index), count })),
    { name: t('answers_never'), count: unanswered },
  ];
  return (
    <ChartFrame
      title={title}
      headings={[t('answers_heading'), t('letters_heading')]}
      rows={rows.map(({ name: row, count }) => [row, count])}
    >
      {answered + unanswered === 0 ? null : (
        <Bars
          label={title}
          bars={rows.map(({ name: row, count }, index) => ({
            label: row,
            parts: [
              {
                value: count,
                className: index === rows.length - 1 ? 'fill-danger' : 'fill-info',
                label: String(count),
              },
            ],
          }))}
        />
      )}
    </ChartFrame>
  );
}
