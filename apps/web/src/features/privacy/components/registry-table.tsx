import { useTranslation } from 'react-i18next';
import { ErrorState, Skeleton } from '@/ui/states';
import { useRegistry } from '../api/privacy';
import { Section } from './section';

const CELL = 'px-3 py-2 text-left align-top';

/** Where data lives, table by table. */
export function RegistryTable() {
  const { t } = useTranslation('privacy');
  const { data, isPending, error, refetch } = useRegistry();
  return (
    <Section title={t('registry.title')} text={t('registry.text')}>
      {isPending ? <Skeleton className="h-40" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <section
          aria-label={t('registry.title')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
          tabIndex={0}
          className="max-h-[480px] overflow-auto rounded-card border border-line bg-surface"
        >
          <table className="w-full text-xs">
            <thead className="sticky top-0 bg-surface">
              <tr className="border-b border-line">
                {(['table', 'whose', 'holds', 'exported', 'contact'] as const).map((head) => (
                  <th key={head} scope="col" className={`${CELL} font-medium text-ink-2`}>
                    {t(`registry.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.items.map(({ name, scope, holds, exported, hidden, contact }) => (
                <tr key={name} className="border-b border-line last:border-0">
                  <th scope="row" className={`${CELL} font-normal`}>
                    <code>{name}</code>
                  </th>
                  <td className={CELL}>{t(`registry.${scope}`)}</td>
                  <td className={CELL}>{holds === null ? t('registry.nothing') : t(`holds.${holds}`)}</td>
                  <td className={CELL}>
                    {exported
                      ? hidden.length === 0
                        ? t('registry.yes')
                        : t('registry.without', { columns: hidden.join(', ') })
                      : t('registry.no')}
                  </td>
                  <td className={CELL}>{contact === null ? '' : t(`registry.contacts.${contact}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  );
}
