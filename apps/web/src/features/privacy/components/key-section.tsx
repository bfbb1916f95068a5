import type { RotateKeys } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientSelect } from '@/clients/client-select';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useKeys, useRotateKeys } from '../api/keys';
import { Section } from './section';

/** Which columns are sealed, who keeps the key of keys, and new keys. */
export function KeySection() {
  const { t } = useTranslation('privacy');
  const language = useLanguage();
  const { data, isPending, error, refetch } = useKeys();
  return (
    <Section title={t('keys.title')} text={t('keys.text')}>
      {isPending ? <Skeleton className="h-32" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <div className="grid gap-4 rounded-card border border-line bg-surface p-4">
          <p className="font-medium">
            {t(data.sealed === data.organizations ? 'keys.all_sealed' : 'keys.sealing', {
              sealed: data.sealed,
              count: data.organizations,
            })}
            {data.rotating === 0 ? null : (
              <span className="block text-xs font-normal text-ink-2">
                {t('keys.rotating', { count: data.rotating })}
              </span>
            )}
          </p>
          <dl className="grid gap-x-6 gap-y-1 text-xs md:grid-cols-[auto_1fr]">
            <dt className="text-ink-2">{t('keys.columns')}</dt>
            <dd>
              {data.columns.map(({ table, column }) => (
                <code key={`${table} ${column}`} className="mr-3 inline-block">
                  {table}.{column}
                </code>
              ))}
            </dd>
            <dt className="text-ink-2">{t('keys.kept_by')}</dt>
            <dd>
              {data.roots.map(({ version, keeper, wraps, createdAt }) => (
                <span key={version} className="block">
                  {t('keys.root', { version, keeper: keeperName(keeper), count: wraps })} ·{' '}
                  <time dateTime={createdAt}>{formatDateTime(createdAt, language)}</time>
                </span>
              ))}
            </dd>
          </dl>
          <Rotation />
        </div>
      )}
    </Section>
  );

  function keeperName(keeper: string): string {
    const kind = keeper.split(':')[0] ?? '';
    return kind === 'file' || kind === 'environment' ? t(`keys.keepers.${kind}`) : keeper;
  }
}

function Rotation() {
  const { t } = useTranslation('privacy');
  const [chosen, setChosen] = useState('');
  const rotate = useRotateKeys();
  const start = (command: RotateKeys) =>
    rotate.mutate(command, {
      onSuccess: ({ changed }) => toast.success(t('keys.done', { count: changed })),
    });
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <div className="flex-1 basis-48">
          <ClientSelect
            label={t('keys.rotate_data')}
            none={t('keys.choose')}
            value={chosen}
            onChange={setChosen}
          />
        </div>
        <Button
          disabled={rotate.isPending || chosen === ''}
          onClick={() => start({ what: 'data', organizationId: chosen })}
        >
          {t('keys.rotate')}
        </Button>
        <Button disabled={rotate.isPending} onClick={() => start({ what: 'root' })}>
          {t('keys.rotate_root')}
        </Button>
        <Button disabled={rotate.isPending} onClick={() => start({ what: 'installation' })}>
          {t('keys.rotate_installation')}
        </Button>
      </div>
      <p className="text-xs text-ink-3">{t('keys.installation_help')}</p>
      {rotate.isError ? <ErrorState error={rotate.error} /> : null}
    </div>
  );
}
