import type { ClientFilter } from '@tokenholic/contracts';
import { Plus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { Button } from '@/ui/button';
import { Input } from '@/ui/field';
import { useKeepView, useRemoveView, useViews } from '../api/workspace';
import { EVERYBODY, sameFilter } from '../model/filter';

/** Filters kept under a name, one press away. */
export function SavedViews({
  filter,
  onFilter,
}: {
  filter: ClientFilter;
  onFilter: (filter: ClientFilter) => void;
}) {
  const { t } = useTranslation('copilot');
  const views = useViews();
  const keep = useKeepView();
  const remove = useRemoveView();
  const [name, setName] = useState('');
  const items = views.data?.items ?? [];
  const isNew = !sameFilter(filter, EVERYBODY) && items.every((view) => !sameFilter(view.filter, filter));
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '')
      keep.mutate({ id: newId(), name: name.trim(), filter }, { onSuccess: () => setName('') });
  };
  return (
    <div className="grid gap-2">
      <ul aria-label={t('views.title')} className="flex flex-wrap gap-1">
        {items.map((view) => (
          <li
            key={view.id}
            className="flex items-center rounded-control border border-line bg-surface has-aria-pressed:border-ink"
          >
            <button
              type="button"
              aria-pressed={sameFilter(view.filter, filter)}
              onClick={() => onFilter(sameFilter(view.filter, filter) ? EVERYBODY : view.filter)}
              className="h-7 px-2 text-xs aria-pressed:font-semibold max-md:h-11"
            >
              {view.name}
            </button>
            <button
              type="button"
              aria-label={t('views.remove', { name: view.name })}
              onClick={() => remove.mutate(view.id)}
              className="grid size-7 place-items-center text-ink-3 hover:text-danger max-md:size-11"
            >
              <X className="size-3" />
            </button>
          </li>
        ))}
      </ul>
      {isNew ? (
        <form onSubmit={save} className="flex gap-2">
          <Input
            aria-label={t('views.name')}
            placeholder={t('views.name')}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.target.value)}
          />
          <Button
            type="submit"
            size="icon"
            aria-label={t('views.save')}
            disabled={name.trim() === '' || keep.isPending}
          >
            <Plus className="size-4" />
          </Button>
        </form>
      ) : null}
    </div>
  );
}
