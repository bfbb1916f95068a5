import type { EditPersona, PersonaLine } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input } from '@/ui/field';
import { usePersonaActions } from '../api/personas';
import { useSaying } from '../model/use-saying';

interface EditDialogProps {
  line: PersonaLine;
  contactId: string;
  onClose: () => void;
}

/** Says what is so instead, or that it is not so. What was worked out stays beside it and can be brought back. */
export function EditDialog({ line, contactId, onClose }: EditDialogProps) {
  const { t } = useTranslation('personas');
  const local = useLocal();
  const sayError = useSaying();
  const { edit } = usePersonaActions(contactId);
  const save = (value: string, action: EditPersona['action']) =>
    edit.mutate(
      { key: line.key, value, action },
      { onSuccess: () => (line.editing === 'many' ? undefined : onClose()), onError: sayError },
    );
  const current = line.edits[0];
  return (
    <Dialog open onClose={onClose} title={t('edit', { name: local(line.name) })}>
      <p className="text-ink-2">{t('edit_text')}</p>
      {line.editing === 'words' ? (
        <Words line={line} busy={edit.isPending} onSave={(value) => save(value, 'set')} />
      ) : (
        <Choices line={line} busy={edit.isPending} onSave={save} />
      )}
      <div className="flex flex-wrap gap-2">
        {line.editing !== 'many' && current !== undefined ? (
          <Button disabled={edit.isPending} onClick={() => save(current.value, null)}>
            {t('restore')}
          </Button>
        ) : null}
        {line.editing !== 'many' && current === undefined && line.traits[0] !== undefined ? (
          <Button disabled={edit.isPending} onClick={() => save(line.traits[0]?.value ?? '', 'dismiss')}>
            {t('dismiss', { value: local(line.traits[0].label) })}
          </Button>
        ) : null}
        {line.editing === 'many' ? <Button onClick={onClose}>{t('done')}</Button> : null}
      </div>
    </Dialog>
  );
}

interface ChoicesProps {
  line: PersonaLine;
  busy: boolean;
  onSave: (value: string, action: EditPersona['action']) => void;
}

/** Pressed is what holds: worked out and not set aside, or set by a person. */
function Choices({ line: { choices, traits, edits, editing }, busy, onSave }: ChoicesProps) {
  const local = useLocal();
  const replaced = editing === 'one' && edits.some(({ action }) => action === 'set');
  return (
    <div className="flex flex-wrap gap-2">
      {choices.map(({ value, label }) => {
        const edit = edits.find((one) => one.value === value);
        const isRead = traits.some((trait) => trait.value === value);
        const holds = edit?.action === 'set' || (isRead && edit === undefined && !replaced);
        const next = editing === 'one' ? 'set' : edit !== undefined ? null : holds ? 'dismiss' : 'set';
        return (
          <Button
            key={value}
            aria-pressed={holds}
            variant={holds ? 'primary' : 'outline'}
            disabled={busy || (editing === 'one' && edit?.action === 'set')}
            onClick={() => onSave(value, next)}
          >
            {local(label)}
          </Button>
        );
      })}
    </div>
  );
}

function Words({
  line,
  busy,
  onSave,
}: {
  line: PersonaLine;
  busy: boolean;
  onSave: (value: string) => void;
}) {
  const { t } = useTranslation('personas');
  const { t: shell } = useTranslation('shell');
  const said = line.edits.find(({ action }) => action === 'set');
  const [words, setWords] = useState(said?.value ?? '');
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') onSave(words.trim());
      }}
    >
      <Field label={t('words')} help={t('words_help')}>
        {(ids) => (
          <Input {...ids} value={words} maxLength={120} onChange={(event) => setWords(event.target.value)} />
        )}
      </Field>
      <Button
        type="submit"
        variant="primary"
        disabled={busy || words.trim() === ''}
        className="justify-self-start"
      >
        {shell('action.save')}
      </Button>
    </form>
  );
}
