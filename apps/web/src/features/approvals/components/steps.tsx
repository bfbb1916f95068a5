import type { Approval } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { Check, ChevronsUp, Circle, CircleDot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';

/** The route: who is asked one after the other, until when, and what became of it. */
export function Steps({ approval: { steps, step, status } }: { approval: Approval }) {
  const { t } = useTranslation('approvals');
  const language = useLanguage();
  const local = useLocal();
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">{t('route')}</h3>
      <ol className="grid gap-2">
        {steps.map((one, index) => {
          const here = status === 'waiting' && index === step;
          const Icon = one.decidedAt !== null ? Check : here ? CircleDot : Circle;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place.
            <li key={index} className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-2">
              <Icon className={`mt-0.5 size-4 ${here ? 'text-ink' : 'text-ink-3'}`} aria-hidden />
              <span className={here ? 'font-medium' : 'text-ink-2'}>
                {t(`role.${one.role}`)} · {t('hours', { count: one.hours })}
                {one.decidedBy === null || one.decidedAt === null
                  ? ''
                  : ` · ${t('said_at', { name: local(one.decidedBy.name), at: formatDateTime(one.decidedAt, language) })}`}
              </span>
              {one.escalations.map(({ from, to, at }) => (
                <span key={at} className="col-start-2 flex items-center gap-1 text-xs text-danger">
                  <ChevronsUp className="size-3" aria-hidden />
                  {t('handed_on', {
                    ...{ from: t(`role.${from}`), to: t(`role.${to}`) },
                    at: formatDateTime(at, language),
                  })}
                </span>
              ))}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
