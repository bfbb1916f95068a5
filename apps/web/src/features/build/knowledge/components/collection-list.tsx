import type { KnowledgeCollection } from '@tokenholic/contracts';
import { Lock } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Field, Input } from '@/ui/field';
import { useAct } from '../api/knowledge';

interface CollectionListProps {
  collections: readonly KnowledgeCollection[];
  chosen: string | null;
  choose: (id: string | null) => void;
}

/** All collections one may read, and a way to begin another. */
export function CollectionList({ collections, chosen, choose }: CollectionListProps) {
  const { t } = useTranslation('knowledge');
  const local = useLocal();
  const allowed = useAllowed('knowledge.write');
  const act = useAct();
  const [name, setName] = useState('');
  const create = (event: FormEvent) => {
    event.preventDefault();
    act.mutate(
      { act: 'create_collection', name: name.trim() },
      {
        onSuccess: ({ id }) => {
          setName('');
          choose(id ?? null);
        },
      },
    );
  };
  const look = (on: boolean) =>
    classes(
      'grid w-full gap-0.5 rounded-control border border-transparent px-3 py-2 text-left hover:bg-sunken',
      on && 'border-line-strong bg-surface',
    );
  return (
    <nav aria-label={t('collections')} className="grid content-start gap-3">
      <ul className="grid gap-1">
        <li>
          <button
            type="button"
            aria-current={chosen === null}
            className={look(chosen === null)}
            onClick={() => choose(null)}
          >
            <span className="font-medium">{t('all')}</span>
          </button>
        </li>
        {collections.map(({ id, name: title, readOnly, documents, chunks, failed, embedded }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={chosen === id}
              className={look(chosen === id)}
              onClick={() => choose(id)}
            >
              <span className="flex items-center gap-2 font-medium">
                {local(title)}{' '}
                {readOnly ? <Lock aria-label={t('read_only')} className="size-3.5 shrink-0" /> : null}
              </span>
              <span className="text-xs text-ink-2">
                {t('counts', { documents, chunks })}
                {failed > 0 ? (
                  <span className="text-danger"> · {t('failed_count', { count: failed })}</span>
                ) : null}
                {embedded === null || embedded >= chunks ? null : (
                  <span className="block">
                    {t('embedding', { share: Math.floor((embedded / Math.max(1, chunks)) * 100) })}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {allowed ? (
        <form onSubmit={create} className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
          <Field label={t('new_collection')}>
            {(ids) => (
              <Input {...ids} maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
            )}
          </Field>
          <Button type="submit" className="mb-1" disabled={name.trim() === '' || act.isPending}>
            {t('create')}
          </Button>
        </form>
      ) : null}
    </nav>
  );
}
