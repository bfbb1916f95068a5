import type { Deal, NotesReading } from '@tokenholic/contracts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input, Textarea } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useReadNotes } from '../api/files';
import { NotesReview } from './notes-review';

const today = () => new Date().toISOString().slice(0, 10);

/** Meeting notes or a transcript: given, read, looked over, kept. */
export function NotesDialog({ deal, onClose }: { deal: Deal; onClose: () => void }) {
  const { t } = useTranslation('deals');
  const { t: shell } = useTranslation('shell');
  const [text, setText] = useState('');
  const [day, setDay] = useState(today);
  const [reading, setReading] = useState<NotesReading | null>(null);
  const [name, setName] = useState('');
  const read = useReadNotes(deal.id);
  const input = useRef<HTMLInputElement>(null);
  const send = (file: Blob, fileName: string) => {
    setName(fileName.replace(/\.[a-z]+$/i, ''));
    read.mutate({ file, name: fileName, day }, { onSuccess: setReading });
  };
  return (
    <Dialog open onClose={onClose} title={t('notes.title')}>
      {reading === null ? (
        <div className="grid gap-3">
          <p className="text-ink-2">{t('notes.how')}</p>
          <Field label={t('notes.day')}>
            {(ids) => (
              <Input
                {...ids}
                type="date"
                value={day}
                onChange={(event) => setDay(event.target.value || today())}
              />
            )}
          </Field>
          <Field label={t('notes.paste')}>
            {(ids) => (
              <Textarea
                {...ids}
                className="min-h-40"
                value={text}
                placeholder={t('notes.example')}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          {read.isError ? <ErrorState error={read.error} /> : null}
          <div className="flex flex-wrap gap-2">
            <Button
              variant="primary"
              disabled={text.trim() === '' || read.isPending}
              onClick={() => send(new Blob([text]), 'notes.txt')}
            >
              {t('notes.read')}
            </Button>
            <input
              ref={input}
              type="file"
              accept=".vtt,.srt,.txt,.md"
              className="sr-only"
              tabIndex={-1}
              aria-label={t('notes.file')}
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file !== undefined) send(file, file.name);
                target.value = '';
              }}
            />
            <Button disabled={read.isPending} onClick={() => input.current?.click()}>
              {t('notes.file')}
            </Button>
            <Button variant="ghost" onClick={onClose}>
              {shell('action.cancel')}
            </Button>
          </div>
        </div>
      ) : (
        <NotesReview deal={deal} reading={reading} name={name} day={day} onClose={onClose} />
      )}
    </Dialog>
  );
}
