import type { MapEdit, Note } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Textarea } from '@/ui/field';
import { type ApplyEdit, Section } from './inspector';

type Target = Extract<MapEdit, { kind: 'add_note' }>['target'];

/** What people wrote beside a tile or a use case. */
export function Notes({
  target,
  notes,
  mayEdit,
  onEdit,
}: {
  target: Target;
  notes: Note[];
  mayEdit: boolean;
  onEdit: ApplyEdit;
}) {
  const { t } = useTranslation('map');
  const { t: shell } = useTranslation('shell');
  const language = useLanguage();
  const [text, setText] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    if (await onEdit({ kind: 'add_note', noteId: crypto.randomUUID(), target, text: text.trim() }))
      setText('');
  };
  if (!mayEdit && notes.length === 0) return null;
  return (
    <Section title={t('inspector.notes')}>
      {notes.map((note) => (
        <div key={note.id} className="flex gap-2 rounded-control bg-mark-soft p-3">
          <p className="flex-1 whitespace-pre-wrap">
            {note.text}
            <span className="mt-1 block text-xs text-ink-2">
              {note.by} · {formatDateTime(note.at, language)}
            </span>
          </p>
          {mayEdit ? (
            <button
              type="button"
              aria-label={shell('action.remove')}
              onClick={() => void onEdit({ kind: 'remove_note', noteId: note.id })}
            >
              <X className="size-4" />
            </button>
          ) : null}
        </div>
      ))}
      {mayEdit ? (
        <form onSubmit={submit} className="grid gap-2">
          <Field label={t('inspector.note')} hideLabel>
            {(ids) => (
              <Textarea
                {...ids}
                rows={2}
                maxLength={2_000}
                placeholder={t('inspector.note')}
                value={text}
                onChange={(event) => setText(event.target.value)}
                className="min-h-14"
              />
            )}
          </Field>
          <Button type="submit" size="small" className="justify-self-start" disabled={text.trim() === ''}>
            {t('inspector.add_note')}
          </Button>
        </form>
      ) : null}
    </Section>
  );
}
