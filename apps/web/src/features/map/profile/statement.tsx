import type { EditProfile, ShownStatement } from '@tokenholic/contracts';
import { Pencil, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { ConfidenceBars } from '@/ui/confidence';
import { Dialog } from '@/ui/dialog';
import { StoredPage } from '../findings';
import { StatementForm } from './statement-form';

interface StatementProps {
  clientId: string;
  statement: ShownStatement;
  mayEdit: boolean;
  onEdit: (edit: EditProfile) => void;
}

/** One statement with its passage; a person's words stand before what was found, which stays to be restored. */
export function Statement({ clientId, statement, mayEdit, onEdit }: StatementProps) {
  const { t } = useTranslation('profile');
  const local = useLocal();
  const [editing, setEditing] = useState(false);
  const [reading, setReading] = useState(false);
  const { key, aspect, edit, useCaseName } = statement;
  const isStruck = edit !== null && edit.text === null;
  const text = edit?.text ?? statement.text;
  const change = (next: string | null, restore = false) => onEdit({ key, aspect, text: next, restore });
  if (editing)
    return (
      <li className="w-full">
        <StatementForm
          initial={text}
          onCancel={() => setEditing(false)}
          onSave={(next) => {
            change(next);
            setEditing(false);
          }}
        />
      </li>
    );
  const isName = aspect === 'tech_stack';
  return (
    <li
      className={
        isName
          ? 'flex items-center gap-1 rounded-control bg-sunken py-0.5 pr-0.5 pl-2.5'
          : 'grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 border-t border-line py-2 first:border-0'
      }
    >
      <div className="grid gap-1">
        <p className={isStruck ? 'text-ink-3 line-through' : ''}>{text}</p>
        {isName ? null : (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-3">
            {edit === null ? <ConfidenceBars confidence={statement.confidence} /> : null}
            {edit === null ? null : (
              <span>{t(isStruck ? 'struck_by' : 'written_by', { name: edit.by })}</span>
            )}
            {useCaseName === null ? null : (
              <span className="rounded-tile bg-mark px-1.5 font-medium text-mark-ink">
                {local(useCaseName)}
              </span>
            )}
            {statement.quotes[0] === undefined ? null : (
              <button
                type="button"
                onClick={() => setReading(true)}
                title={statement.quotes[0].text}
                className="max-w-56 truncate underline max-md:min-h-8"
              >
                {statement.quotes[0].pageTitle}
                {statement.quotes.length > 1 ? ` +${statement.quotes.length - 1}` : ''}
              </button>
            )}
          </p>
        )}
      </div>
      {mayEdit ? (
        <span className="flex">
          {isName ? null : (
            <Button size="icon" variant="ghost" aria-label={t('edit')} onClick={() => setEditing(true)}>
              <Pencil className="size-4" />
            </Button>
          )}
          {edit === null ? (
            <Button
              size="icon"
              variant="ghost"
              aria-label={t('strike', { text: text.slice(0, 60) })}
              onClick={() => change(null)}
            >
              <X className="size-4" />
            </Button>
          ) : (
            <Button size="icon" variant="ghost" aria-label={t('restore')} onClick={() => change(null, true)}>
              <RotateCcw className="size-4" />
            </Button>
          )}
        </span>
      ) : null}
      <Dialog open={reading} onClose={() => setReading(false)} title={t('source')}>
        <StoredPage clientId={clientId} passages={statement.quotes} />
      </Dialog>
    </li>
  );
}
