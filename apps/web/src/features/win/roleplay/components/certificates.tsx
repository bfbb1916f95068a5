import type { PracticeProgress } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { Award } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { LEVELS, SCENARIOS } from '../model/labels';
import { Points } from './points';

type Certificate = PracticeProgress['certificates'][number];

/** What each level still asks for, and the certificates that were earned, to be printed. */
export function Certificates({ progress }: { progress: PracticeProgress }) {
  const { t } = useTranslation('roleplay');
  const [shown, setShown] = useState<Certificate | null>(null);
  const bestOf = (scenario: string, level: string) =>
    progress.best.find((one) => one.scenario === scenario && one.level === level)?.total ?? null;
  return (
    <section className="grid gap-4">
      <div className="grid max-w-[68ch] gap-1 print:hidden">
        <h2 className="text-lg font-semibold">{t('certificate.title')}</h2>
        <p className="text-ink-2">{t('certificate.help')}</p>
      </div>
      <div className="grid gap-3 md:grid-cols-3 print:hidden">
        {LEVELS.map((level) => {
          const earned = progress.certificates.find((one) => one.level === level);
          return (
            <div
              key={level}
              className="grid content-start gap-2 rounded-card border border-line bg-surface p-4"
            >
              <h3 className="flex items-center gap-2 font-semibold">
                {earned === undefined ? null : <Award aria-hidden className="size-4 text-ok" />}
                {t(`levels.${level}.name`)}
              </h3>
              <p className="text-xs text-ink-2">
                {t('certificate.asks', { points: progress.thresholds[level] })}
              </p>
              <ul className="grid gap-1">
                {SCENARIOS.map((scenario) => {
                  const best = bestOf(scenario, level);
                  return (
                    <li key={scenario} className="flex justify-between gap-2">
                      {t(`scenarios.${scenario}.name`)}
                      {best === null ? <span className="text-ink-3">–</span> : <Points points={best} />}
                    </li>
                  );
                })}
              </ul>
              {earned === undefined ? null : (
                <Button
                  onClick={() => setShown(shown?.id === earned.id ? null : earned)}
                  aria-expanded={shown?.id === earned.id}
                >
                  {t('certificate.show')}
                </Button>
              )}
            </div>
          );
        })}
      </div>
      {shown === null ? null : <Sheet certificate={shown} />}
    </section>
  );
}

function Sheet({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('roleplay');
  const language = useLanguage();
  const local = useLocal();
  return (
    <div className="grid max-w-3xl gap-3">
      <article className="grid gap-6 rounded-sheet border-4 border-double border-ink bg-surface p-10 text-center max-md:p-5">
        <p className="text-xs font-medium text-ink-2">Tokenholic</p>
        <h3 className="text-2xl font-semibold">{t('certificate.heading')}</h3>
        <p className="text-xl font-semibold">{local(certificate.person)}</p>
        <p className="mx-auto max-w-[48ch]">
          {t('certificate.text', {
            level: t(`levels.${certificate.level}.name`),
            points: certificate.points,
          })}
        </p>
        <p className="text-xs text-ink-2">
          {formatDate(certificate.issuedAt, language)} · {t('certificate.number', { id: certificate.id })}
        </p>
      </article>
      <Button className="justify-self-start print:hidden" onClick={() => window.print()}>
        {t('certificate.print')}
      </Button>
    </div>
  );
}
