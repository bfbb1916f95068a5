import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Textarea } from '@/ui/field';

interface StatementFormProps {
  initial: string;
  onSave: (text: string) => void;
  onCancel: () => void;
}

/** Writes what a person knows better; Ctrl+Enter saves, Escape leaves it. */
export function StatementForm({ initial, onSave, onCancel }: StatementFormProps) {
  const { t } = useTranslation('profile');
  const [text, setText] = useState(initial);
  const isEmpty = text.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty) onSave(text.trim());
  };
  return (
    <form onSubmit={submit} className="grid w-full gap-2">
      <Textarea
        autoFocus
        aria-label={t('text')}
        maxLength={1_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
        }}
      />
      <div className="flex gap-2">
        <Button type="submit" size="small" variant="primary" disabled={isEmpty}>
          {t('save')}
        </Button>
        <Button size="small" variant="ghost" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
