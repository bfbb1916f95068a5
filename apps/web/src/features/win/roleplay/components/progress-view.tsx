import type { PracticeProgress } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Field, Select } from '@/ui/field';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useProgress } from '../api/practice';
import { practiceSkills } from '../model/skills';
import { Certificates } from './certificates';
import { SkillChart } from './skill-chart';

/** How one's skills go over time: a picture for one skill, a table for all, and the way to certificates. */
export function ProgressView({ open }: { open: (id: string) => void }) {
  const { t } = useTranslation('roleplay');
  const progress = useProgress();
  if (progress.isPending) return <Skeleton className="h-80" />;
  if (progress.error !== null)
    return <ErrorState error={progress.error} onRetry={() => void progress.refetch()} />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      {progress.data.talks.length === 0 ? (
        <EmptyState title={t('progress.none')} text={t('progress.none_help')} />
      ) : (
        <SkillWay progress={progress.data} open={open} />
      )}
      <Certificates progress={progress.data} />
    </div>
  );
}

function SkillWay({ progress: { talks }, open }: { progress: PracticeProgress; open: (id: string) => void }) {
  const { t } = useTranslation('roleplay');
  const language = useLanguage();
  const [shown, setShown] = useState<string>('total');
  const options = ['total', ...practiceSkills];
  const pointsOf = (talk: PracticeProgress['talks'][number], wanted: string) =>
    wanted === 'total' ? talk.total : (talk.skills.find(({ skill }) => skill === wanted)?.points ?? null);
  const points = talks.flatMap((talk) => {
    const value = pointsOf(talk, shown);
    return value === null ? [] : [{ at: talk.at, value }];
  });
  const name = shown === 'total' ? t('attempts.total') : t(`skill.${shown}`);
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-4 print:hidden">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h2 className="text-lg font-semibold">{titleOf(points, name, t)}</h2>
        <div className="w-56">
          <Field label={t('progress.skill')}>
            {(ids) => (
              <Select {...ids} value={shown} onChange={({ target }) => setShown(target.value)}>
                {options.map((one) => (
                  <option key={one} value={one}>
                    {one === 'total' ? t('attempts.total') : t(`skill.${one}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      </div>
      <SkillChart points={points} name={name} />
      <section
        aria-label={t('progress.table')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        tabIndex={0}
        className="overflow-x-auto"
      >
        <table className="w-full min-w-[44rem] text-left">
          <caption className="sr-only">{t('progress.table')}</caption>
          <thead className="text-xs text-ink-2">
            <tr>
              <th scope="col" className="py-2 font-medium">
                {t('progress.talk')}
              </th>
              <th scope="col" className="py-2 text-right font-medium">
                {t('attempts.total')}
              </th>
              {practiceSkills.map((skill) => (
                <th key={skill} scope="col" className="py-2 pl-3 text-right font-medium">
                  {t(`skill.${skill}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...talks].reverse().map((talk) => (
              <tr key={talk.id} className="border-t border-line">
                <th scope="row" className="py-2 font-normal">
                  <button
                    type="button"
                    className="text-left underline max-md:min-h-11"
                    onClick={() => open(talk.id)}
                  >
                    {t(`scenarios.${talk.scenario}.name`)} · {t(`levels.${talk.level}.name`)} ·{' '}
                    {formatDate(talk.at, language)}
                  </button>
                </th>
                <td className="text-right font-semibold">{talk.total}</td>
                {practiceSkills.map((skill) => (
                  <td key={skill} className="text-right">
                    {pointsOf(talk, skill) ?? '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** A sentence that says the finding: the later half against the earlier one. */
function titleOf(
  points: readonly { value: number }[],
  name: string,
  t: (key: string, values: Record<string, unknown>) => string,
): string {
  const last = points.at(-1)?.value ?? 0;
  if (points.length < 2) return t('progress.first', { name, points: last });
  const half = Math.floor(points.length / 2);
  const mean = (list: readonly { value: number }[]) =>
    Math.round(list.reduce((sum, { value }) => sum + value, 0) / Math.max(1, list.length));
  const [before, after] = [mean(points.slice(0, half)), mean(points.slice(half))];
  const key = after > before ? 'up' : after < before ? 'down' : 'same';
  return t(`progress.${key}`, { name, before, after });
}
