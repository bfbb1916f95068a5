import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PracticeLevel, PracticeScenario, PracticeSession } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get, request } from '@/api/http';
import { useLanguage } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { Field, Select } from '@/ui/field';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { Conversation } from './conversation';

const SCENARIOS: readonly PracticeScenario[] = ['discovery', 'technical', 'objections', 'executive'];
const LEVELS: readonly PracticeLevel[] = ['easy', 'medium', 'hard'];
const PATH = '/api/practice/sessions';

/** Practice talks: begin one, hold it beside the coach, read the score, begin again. */
export function RoleplayScreen() {
  const { t } = useTranslation('roleplay');
  usePageTitle(t('title'));
  const language = useLanguage();
  const queries = useQueryClient();
  const [scenario, setScenario] = useState('discovery');
  const [level, setLevel] = useState('easy');
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useQuery({ queryKey: ['practice'], queryFn: () => get<{ items: PracticeSession[] }>(PATH) });
  const act = useMutation({
    mutationFn: async ({ path, body }: { path: string; body: object }) =>
      (await request<PracticeSession>('POST', `${PATH}${path}`, body)).data,
    onSuccess: async (session) => {
      await queries.invalidateQueries({ queryKey: ['practice'] });
      setChosen(session.id);
    },
  });
  const session = list.data?.items.find(({ id }) => id === chosen);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 px-8 py-8 max-md:px-4">
      <header className="grid max-w-[68ch] gap-1">
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="text-ink-2">{t('intro')}</p>
      </header>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('scenario')}>
          {(ids) => (
            <Select {...ids} value={scenario} onChange={(event) => setScenario(event.target.value)}>
              {SCENARIOS.map((one) => (
                <option key={one} value={one}>
                  {t(one)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('level')}>
          {(ids) => (
            <Select {...ids} value={level} onChange={(event) => setLevel(event.target.value)}>
              {LEVELS.map((one) => (
                <option key={one} value={one}>
                  {t(one)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button
          variant="primary"
          className="mb-1"
          disabled={act.isPending}
          onClick={() => act.mutate({ path: '', body: { scenario, level, language } })}
        >
          {t('start')}
        </Button>
      </div>
      {act.error === null ? null : <ErrorState error={act.error} />}
      {session === undefined ? null : (
        <Conversation
          key={session.id}
          session={session}
          busy={act.isPending}
          act={(path, body) => act.mutateAsync({ path: `/${session.id}${path}`, body })}
        />
      )}
      <section className="grid gap-2">
        <h2 className="text-lg font-semibold">{t('history')}</h2>
        {list.isPending ? <Skeleton className="h-24" /> : null}
        {list.error === null ? null : <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {list.data?.items.length === 0 ? <EmptyState title={t('none')} /> : null}
        <ul className="grid gap-1">
          {list.data?.items.map((one) => (
            <li key={one.id}>
              <Button variant="ghost" onClick={() => setChosen(one.id)}>
                {t(one.scenario)} · {t(one.level)} · {one.score?.total ?? t('going')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
