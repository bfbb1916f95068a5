import { Bookmark } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input } from '@/ui/field';
import { Menu, type MenuEntry } from '@/ui/menu';
import { type DealSearch, readDealSearch } from '../../deal-search';
import { useRemoveView, useSaveView, useViews } from '../api/settings';
import { useSaying } from '../model/use-saying';

interface ViewsMenuProps {
  search: DealSearch;
  onSearch: (search: DealSearch) => void;
}

/** Filters under a name: chosen, kept, shared with the team. Everybody sees in them what they may see. */
export function ViewsMenu({ search, onSearch }: ViewsMenuProps) {
  const { t } = useTranslation('deals');
  const local = useLocal();
  const views = useViews().data?.items ?? [];
  const [open, setOpen] = useState<'save' | 'edit' | null>(null);
  const items: MenuEntry[] = [
    ...views.map((view) => ({
      text: view.mine ? view.name : `${view.name} · ${local(view.by)}`,
      onSelect: () => onSearch(readDealSearch(view.search)),
    })),
    { text: t('views.save'), onSelect: () => setOpen('save') },
    ...(views.some(({ mine }) => mine) ? [{ text: t('views.edit'), onSelect: () => setOpen('edit') }] : []),
  ];
  return (
    <>
      <Menu
        label={t('views.title')}
        items={items}
        trigger={
          <Button>
            <Bookmark className="size-4" /> {t('views.title')}
          </Button>
        }
      />
      {open === 'save' ? <SaveView search={search} onClose={() => setOpen(null)} /> : null}
      {open === 'edit' ? <EditViews onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function SaveView({ search, onClose }: { search: DealSearch; onClose: () => void }) {
  const { t } = useTranslation('deals');
  const { t: shell } = useTranslation('shell');
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useSaveView();
  const sayError = useSaying();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const kept = Object.fromEntries(Object.entries(search).map(([key, value]) => [key, String(value)]));
    save.mutate(
      { id: newId(), name: name.trim(), search: kept, shared },
      { onSuccess: onClose, onError: sayError },
    );
  };
  return (
    <Dialog open onClose={onClose} title={t('views.save')}>
      <form onSubmit={submit} className="grid gap-3">
        <Field label={t('views.name')}>
          {(ids) => (
            <Input {...ids} value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
          )}
        </Field>
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            checked={shared}
            onChange={({ target }) => setShared(target.checked)}
            className="mt-0.5 size-4 accent-[var(--ink)]"
          />
          <span>
            {t('views.share')} <span className="block text-xs text-ink-2">{t('views.share_how')}</span>
          </span>
        </label>
        <div className="flex gap-2">
          <Button type="submit" variant="primary" disabled={name.trim() === '' || save.isPending}>
            {shell('action.save')}
          </Button>
          <Button onClick={onClose}>{shell('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function EditViews({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('deals');
  const views = (useViews().data?.items ?? []).filter(({ mine }) => mine);
  const save = useSaveView();
  const remove = useRemoveView();
  const sayError = useSaying();
  return (
    <Dialog open onClose={onClose} title={t('views.edit')}>
      <ul className="grid gap-2">
        {views.map(({ id, name, search, shared }) => (
          <li key={id} className="flex flex-wrap items-center gap-2">
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <Button
              size="small"
              aria-pressed={shared}
              onClick={() => save.mutate({ id, name, search, shared: !shared }, { onError: sayError })}
            >
              {t(shared ? 'views.unshare' : 'views.share')}
            </Button>
            <Button size="small" variant="danger" onClick={() => remove.mutate(id, { onError: sayError })}>
              {t('views.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
