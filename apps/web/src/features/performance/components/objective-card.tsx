import type { Objective } from '@tokenholic/contracts';
import { formatDate, formatPercent } from '@tokenholic/presentation';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { useEndObjective } from '../api';
import { formatMetric } from '../model/format-metric';

const COLOUR = {
  reached: 'text-ok',
  on_track: 'text-ok',
  open: 'text-ink-2',
  behind: 'text-warn',
  missed: 'text-danger',
};

/** An objective: where it stands, how far the time is, and where it will end. */
export function ObjectiveCard({ objective }: { objective: Objective }) {
  const { t } = useTranslation('performance');
  const language = useLanguage();
  const local = useLocal();
  const end = useEndObjective();
  const { metric, target, value, forecast, timeGone, state } = objective;
  const grows = objective.kind === 'count' || objective.kind === 'sum';
  const said = (one: number) => formatMetric(metric, one, language);
  const share = (one: number) => `${Math.min(1, Math.max(0, target === 0 ? 1 : one / target)) * 100}%`;
  return (
    <li className="grid content-start gap-3 rounded-card border border-line bg-surface p-4">
      <div className="flex items-start justify-between gap-2">
        <h3 className="font-semibold">{t(`metric.${metric}`)}</h3>
        <span className={`text-xs font-semibold whitespace-nowrap ${COLOUR[state]}`}>
          {t(`state.${state}`)}
        </span>
      </div>
      <p className="flex items-baseline gap-2">
        <span className="text-3xl font-semibold tabular-nums">
          {value.value === null ? '—' : said(value.value)}
        </span>
        <span className="text-ink-2">
          {t(metric === 'first_answer_hours' ? 'ceiling' : 'target', { value: said(target) })}
        </span>
      </p>
      {grows ? (
        <div className="grid gap-1">
          <div aria-hidden className="relative h-2 overflow-hidden rounded-full bg-sunken">
            {forecast.low === null || forecast.high === null ? null : (
              <span
                className="absolute inset-y-0 bg-[repeating-linear-gradient(135deg,var(--color-line-strong)_0_3px,transparent_3px_6px)]"
                style={{ left: share(forecast.low), right: `calc(100% - ${share(forecast.high)})` }}
              />
            )}
            <span className="absolute inset-y-0 left-0 bg-ink" style={{ width: share(value.value ?? 0) }} />
            <span className="absolute inset-y-0 w-0.5 bg-mark" style={{ left: `${timeGone * 100}%` }} />
          </div>
          <p className="text-2xs text-ink-3">{t('bar', { share: formatPercent(timeGone, language) })}</p>
        </div>
      ) : null}
      <p className="text-xs text-ink-2">
        {forecast.expected === null || forecast.low === null || forecast.high === null
          ? t('too_little')
          : t(grows ? 'ends_at' : 'level', {
              low: said(forecast.low),
              high: said(forecast.high),
              chance: forecast.chance === null ? '' : formatPercent(forecast.chance, language),
            })}
      </p>
      <div className="flex items-center justify-between gap-2 text-xs text-ink-3">
        <span>
          {t('until', {
            from: formatDate(objective.from, language),
            until: formatDate(objective.until, language),
            name: local(objective.setBy.name),
          })}
        </span>
        {objective.mayEnd ? (
          <Button
            size="icon"
            variant="ghost"
            aria-label={t('end', { metric: t(`metric.${metric}`) })}
            onClick={() => end.mutate(objective.id)}
          >
            <Trash2 className="size-4" />
          </Button>
        ) : null}
      </div>
      {objective.note === '' ? null : <p className="text-xs text-ink-2">“{objective.note}”</p>}
    </li>
  );
}
