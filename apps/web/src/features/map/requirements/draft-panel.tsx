import type { RequirementDraft, RequirementItem } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { newId } from '@/api/new-id';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { toast } from '@/ui/toast';
import { ItemLine } from './item-line';
import type { DraftActions } from './requirements-api';
import { SECTIONS } from './sections';

interface DraftPanelProps {
  draft: RequirementDraft;
  mayWrite: boolean;
  actions: DraftActions;
  onSend: () => void;
}

/** One draft: written here, read-only while it is with the client, with the answers beside it once it is back. */
export function DraftPanel({ draft, mayWrite, actions, onSend }: DraftPanelProps) {
  const { t } = useTranslation('requirements');
  const language = useLanguage();
  const local = useLocal();
  const [items, setItems] = useState(draft.items);
  const canEdit = mayWrite && draft.status === 'draft';
  const isChanged = JSON.stringify(items) !== JSON.stringify(draft.items);
  const onError = (failure: unknown) => {
    if (failure instanceof ApiError) toast.error(local(failure.text));
  };
  const wanted = items
    .filter(({ text }) => text.trim() !== '')
    .map(({ id, section, text }) => ({ id, section, text: text.trim() }));
  const save = () =>
    actions.save.mutate(
      { draftId: draft.id, items: wanted },
      { onError, onSuccess: ({ data }) => setItems(data.items) },
    );
  const change = (item: RequirementItem) =>
    setItems(items.map((other) => (other.id === item.id ? item : other)));
  const add = (section: RequirementItem['section']) =>
    setItems([...items, { id: newId(), section, text: '', origin: 'person', source: null, answer: null }]);
  return (
    <div className="grid max-w-[960px] gap-5">
      <Standing draft={draft} />
      {SECTIONS.map((section) => {
        const lines = items.filter((item) => item.section === section);
        if (lines.length === 0 && !canEdit) return null;
        return (
          <section
            key={section}
            aria-label={t(`section.${section}`)}
            className="grid gap-2 rounded-card border border-line bg-surface p-5 max-md:p-4"
          >
            <h2 className="text-lg font-semibold">{t(`section.${section}`)}</h2>
            <ul className="grid gap-2">
              {lines.map((item) => (
                <ItemLine
                  key={item.id}
                  item={item}
                  canEdit={canEdit}
                  onChange={change}
                  onRemove={() => setItems(items.filter(({ id }) => id !== item.id))}
                />
              ))}
            </ul>
            {canEdit ? (
              <Button
                size="small"
                variant="ghost"
                className="justify-self-start"
                onClick={() => add(section)}
              >
                + {t('add')}
              </Button>
            ) : null}
          </section>
        );
      })}
      {mayWrite ? (
        <footer className="sticky bottom-0 flex flex-wrap gap-2 border-t border-line bg-paper py-3 max-md:bottom-16">
          {canEdit ? (
            <>
              <Button disabled={!isChanged || actions.save.isPending} onClick={save}>
                {t('save')}
              </Button>
              <Button
                variant="primary"
                disabled={isChanged || items.length === 0}
                title={isChanged ? t('save_first') : undefined}
                onClick={onSend}
              >
                {t('send')}
              </Button>
              <Button variant="danger" onClick={() => actions.remove.mutate(draft.id, { onError })}>
                {t('delete')}
              </Button>
            </>
          ) : null}
          {draft.status === 'sent' ? (
            <Button onClick={() => actions.takeBack.mutate(draft.id, { onError })}>{t('take_back')}</Button>
          ) : null}
        </footer>
      ) : null}
      <p className="text-xs text-ink-3">
        {t('made', { by: draft.createdBy, date: formatDate(draft.createdAt, language) })}
      </p>
    </div>
  );
}

/** Where the draft is now, in a sentence. */
function Standing({ draft }: { draft: RequirementDraft }) {
  const { t } = useTranslation('requirements');
  const language = useLanguage();
  const { link, returned, status } = draft;
  if (returned !== null)
    return (
      <div className="grid gap-1 rounded-card bg-mark-soft p-4">
        <p className="font-medium">
          {t('returned_by', { by: returned.by, date: formatDate(returned.at, language) })}
        </p>
        {returned.comment === '' ? null : <p>“{returned.comment}”</p>}
      </div>
    );
  if (status === 'sent' && link !== null)
    return (
      <p className="rounded-card bg-sunken p-4">
        {t('with_client', { count: link.views, date: formatDate(link.expiresAt, language) })}
      </p>
    );
  return <p className="text-ink-2">{t('draft_help')}</p>;
}
