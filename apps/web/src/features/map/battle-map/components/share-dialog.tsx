import type { BattleMap, ShareLink } from '@tokenholic/contracts';
import { formatDate, formatDateTime } from '@tokenholic/presentation';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input, Select } from '@/ui/field';
import { ErrorState, Skeleton } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useCreateShare, useRevokeShare, useShares } from '../api/shares';

const DAYS = [7, 30, 90] as const;

/** Makes read-only links, shows who opened them, takes them back. */
export default function ShareDialog({ map, onClose }: { map: BattleMap; onClose: () => void }) {
  const { t } = useTranslation('map');
  const local = useLocal();
  const create = useCreateShare(map.clientId);
  const [fixed, setFixed] = useState(false);
  const [days, setDays] = useState(30);
  const [showValues, setShowValues] = useState(false);
  const [showOpportunities, setShowOpportunities] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(
      { version: fixed ? map.version : null, days, showValues, showOpportunities },
      { onError: (error) => error instanceof ApiError && toast.error(local(error.text)) },
    );
  };
  const check = (label: string, checked: boolean, set: (checked: boolean) => void) => (
    <label className="flex min-h-9 items-center gap-2">
      <input type="checkbox" checked={checked} onChange={(event) => set(event.target.checked)} />
      {label}
    </label>
  );
  return (
    <Dialog open onClose={onClose} title={t('share.title')}>
      <p className="text-ink-2">{t('share.text')}</p>
      <form onSubmit={submit} className="grid gap-2">
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('share.version')}>
            {(ids) => (
              <Select
                {...ids}
                value={fixed ? 'this' : 'latest'}
                onChange={(event) => setFixed(event.target.value === 'this')}
              >
                <option value="latest">{t('share.latest')}</option>
                <option value="this">{t('share.this', { number: map.version })}</option>
              </Select>
            )}
          </Field>
          <Field label={t('share.days')}>
            {(ids) => (
              <Select {...ids} value={days} onChange={(event) => setDays(Number(event.target.value))}>
                {DAYS.map((count) => (
                  <option key={count} value={count}>
                    {t('share.day_count', { count })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        {check(t('share.values'), showValues, setShowValues)}
        {check(t('share.opportunities'), showOpportunities, setShowOpportunities)}
        <Button type="submit" variant="primary" className="justify-self-start" disabled={create.isPending}>
          {t('share.create')}
        </Button>
      </form>
      {create.data === undefined ? null : <NewLink token={create.data.token} />}
      <Links clientId={map.clientId} />
    </Dialog>
  );
}

function NewLink({ token }: { token: string }) {
  const { t } = useTranslation('map');
  const address = `${window.location.origin}/shared/${token}`;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    toast.success(t('share.copied'));
  };
  return (
    <div className="grid gap-2 rounded-card bg-mark-soft p-3">
      <Field label={t('share.created')}>
        {(ids) => <Input {...ids} readOnly value={address} onFocus={(event) => event.target.select()} />}
      </Field>
      <Button className="justify-self-start" onClick={() => void copy()}>
        {t('share.copy')}
      </Button>
    </div>
  );
}

function Links({ clientId }: { clientId: string }) {
  const { t } = useTranslation('map');
  const { data, isPending, error, refetch } = useShares(clientId);
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">{t('share.list')}</h3>
      {isPending ? <Skeleton className="h-16" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 ? <p className="text-ink-2">{t('share.none')}</p> : null}
      <ul className="divide-y divide-line">
        {(data?.items ?? []).map((link) => (
          <LinkLine key={link.id} link={link} clientId={clientId} />
        ))}
      </ul>
    </section>
  );
}

function LinkLine({ link, clientId }: { link: ShareLink; clientId: string }) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const revoke = useRevokeShare(clientId);
  const isExpired = new Date(link.expiresAt) < new Date();
  const isOpen = link.revokedAt === null && !isExpired;
  const state =
    link.revokedAt !== null
      ? t('share.revoked')
      : isExpired
        ? t('share.expired')
        : t('share.expires', { date: formatDate(link.expiresAt, language) });
  return (
    <li className="flex flex-wrap items-center gap-3 py-2">
      <span className="min-w-0 flex-1">
        <span className={isOpen ? '' : 'text-ink-3 line-through'}>
          {link.version === null ? t('share.latest') : t('share.this', { number: link.version })}
        </span>
        <span className="block text-xs text-ink-3">
          {[
            t('share.by', { by: link.createdBy }),
            state,
            t('share.views', { count: link.views }),
            ...(link.lastViewedAt === null
              ? []
              : [t('share.last', { date: formatDateTime(link.lastViewedAt, language) })]),
          ].join(' · ')}
        </span>
      </span>
      {isOpen ? (
        <Button
          size="small"
          variant="danger"
          disabled={revoke.isPending}
          onClick={() => revoke.mutate(link.id)}
        >
          {t('share.revoke')}
        </Button>
      ) : null}
    </li>
  );
}
