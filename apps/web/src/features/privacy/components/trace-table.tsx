import type { ContactTraces } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';

/** Stores in which a person stands, by part of the product, with what an erasure does there. */
export function TraceTable({ stores }: { stores: ContactTraces['stores'] }) {
  const { t } = useTranslation('privacy');
  const local = useLocal();
  const areas = [...Map.groupBy(stores, ({ name }) => name.split('.')[0] ?? '')];
  return (
    <ul className="grid divide-y divide-line rounded-card border border-line bg-surface px-4 empty:hidden">
      {areas.map(([area, own]) => (
        <li key={area} className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-[10rem_minmax(0,1fr)]">
          <span className="font-medium">{t(`areas.${area}`, { defaultValue: area })}</span>
          <ul className="grid gap-1">
            {own.map(({ name, rows, done, why }) => (
              <li key={`${name} ${done}`} className="grid gap-0.5">
                <span className="flex flex-wrap justify-between gap-x-4">
                  <code className="text-xs break-all text-ink-3">{name}</code>
                  <span className="tabular-nums">
                    {t('contact.rows', { count: rows })} · {t(`contact.will.${done}`)}
                  </span>
                </span>
                {why === undefined ? null : <span className="text-xs text-ink-3">{local(why)}</span>}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
