import type { Deal, DealCoach } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { EngineLabel } from '@/ui/confidence';
import { ErrorState, Skeleton } from '@/ui/states';
import { useCoach } from '../api/coach';
import { CoachAdvice } from './coach-advice';
import { CoachEstimate } from './coach-estimate';
import { CoachHistory } from './coach-history';
import { EvidenceList } from './evidence-list';
import { ExportLinks } from './export-links';
import { Meddicc } from './meddicc';

/** What the coach makes of a deal: its chance, what could cost it, what to do next. */
export function CoachCard({ deal, editable }: { deal: Deal; editable: boolean }) {
  const { t } = useTranslation('deals');
  const coach = useCoach(deal.id);
  return (
    <section
      aria-label={t('coach.title')}
      className="grid gap-4 rounded-card border border-line bg-surface p-4"
    >
      <header className="flex flex-wrap items-center gap-2">
        <h2 className="font-semibold">{t('coach.title')}</h2>
        {coach.data === undefined ? null : <EngineLabel engine={coach.data.engine} />}
        <ExportLinks address={`/api/deals/${deal.id}/coach/export?`} />
      </header>
      {coach.isPending ? <Skeleton className="h-32" /> : null}
      {coach.isError ? <ErrorState error={coach.error} onRetry={() => void coach.refetch()} /> : null}
      {coach.data === undefined ? null : (
        <div className="grid grid-cols-[210px_minmax(0,1fr)] gap-x-6 gap-y-4 max-md:grid-cols-[minmax(0,1fr)]">
          <CoachEstimate coach={coach.data} />
          <div className="grid min-w-0 content-start gap-4">
            <CoachAdvice dealId={deal.id} advice={coach.data.advice} editable={editable} />
            <Risks risks={coach.data.risks} />
            <Meddicc lines={coach.data.meddicc} />
            <CoachHistory dealId={deal.id} history={coach.data.history} editable={editable} />
          </div>
        </div>
      )}
    </section>
  );
}

const TONES = { high: 'text-danger', medium: 'text-warn', low: 'text-ink-2' } as const;

function Risks({ risks }: { risks: DealCoach['risks'] }) {
  const { t } = useTranslation('deals');
  const local = useLocal();
  if (risks.length === 0) return null;
  return (
    <div className="grid gap-1">
      <h3 className="text-xs font-medium text-ink-2">{t('coach.risks')}</h3>
      <ul className="grid gap-1">
        {risks.map((risk) => (
          <li key={`${risk.kind}-${risk.text.en}`}>
            <details className="group">
              <summary className="flex min-h-7 cursor-pointer items-center gap-2 rounded-tile max-md:min-h-11">
                <span className={`w-8 shrink-0 text-xs font-semibold ${TONES[risk.level]}`}>
                  {t(`coach.level.${risk.level}`)}
                </span>
                <span>{local(risk.text)}</span>
                {risk.meddicc === null ? null : (
                  <abbr
                    title={t('coach.meddicc', { letter: risk.meddicc })}
                    className="rounded-tile bg-sunken px-1 text-2xs text-ink-2 no-underline"
                  >
                    {risk.meddicc}
                  </abbr>
                )}
              </summary>
              <div className="pb-1 pl-10">
                <EvidenceList evidence={risk.evidence} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}
