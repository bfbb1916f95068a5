import type { DraftKind, DraftTone, Language } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Select, Textarea } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useDrafts, useWriteDraft } from '../api/client';
import { DraftText } from './draft-text';

const KINDS: readonly DraftKind[] = ['email', 'agenda', 'handoff_note'];
const TONES: readonly DraftTone[] = ['formal', 'warm', 'brief'];

/** Writes and keeps drafts for a client; the newest is shown, older ones can be opened again. */
export function DraftDialog({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const { t } = useTranslation('copilot');
  const [kind, setKind] = useState<DraftKind>('email');
  const [tone, setTone] = useState<DraftTone>('warm');
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [intent, setIntent] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const write = useWriteDraft(clientId);
  const drafts = useDrafts(clientId);
  const shown = drafts.data?.items.find(({ id }) => id === chosen);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate({ kind, tone, language, intent }, { onSuccess: ({ id }) => setChosen(id) });
  };
  return (
    <Dialog open onClose={onClose} title={t('draft.title')} className="md:w-[720px]">
      <form onSubmit={submit} className="grid gap-3">
        <div className="grid grid-cols-3 gap-2">
          <Field label={t('draft.kind')}>
            {(ids) => (
              <Select
                {...ids}
                value={kind}
                onChange={(event) => setKind(KINDS.find((one) => one === event.target.value) ?? kind)}
              >
                {KINDS.map((one) => (
                  <option key={one} value={one}>
                    {t(`draft.kinds.${one}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('draft.tone')}>
            {(ids) => (
              <Select
                {...ids}
                value={tone}
                onChange={(event) => setTone(TONES.find((one) => one === event.target.value) ?? tone)}
              >
                {TONES.map((one) => (
                  <option key={one} value={one}>
                    {t(`draft.tones.${one}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('draft.language')}>
            {(ids) => (
              <Select
                {...ids}
                value={language}
                onChange={(event) => setLanguage(event.target.value === 'zh' ? 'zh' : 'en')}
              >
                <option value="zh">中文</option>
                <option value="en">English</option>
              </Select>
            )}
          </Field>
        </div>
        <Field label={t('draft.intent')} help={t('draft.intent_help')}>
          {(ids) => (
            <Textarea
              {...ids}
              value={intent}
              maxLength={500}
              onChange={(event) => setIntent(event.target.value)}
            />
          )}
        </Field>
        {write.isError ? <ErrorState error={write.error} /> : null}
        <Button type="submit" variant="primary" className="justify-self-start" disabled={write.isPending}>
          {t(write.isPending ? 'draft.writing' : 'draft.write')}
        </Button>
      </form>
      {shown === undefined ? null : <DraftText key={shown.id} draft={shown} />}
      {drafts.isError ? <ErrorState error={drafts.error} onRetry={() => void drafts.refetch()} /> : null}
      {(drafts.data?.items.length ?? 0) === 0 ? null : (
        <section className="grid gap-1">
          <h3 className="text-xs font-medium text-ink-2">{t('draft.earlier')}</h3>
          <ul className="grid">
            {drafts.data?.items.map(({ id, subject, kind: of }) => (
              <li key={id}>
                <button
                  type="button"
                  aria-pressed={id === chosen}
                  onClick={() => setChosen(id)}
                  className="min-h-8 w-full truncate rounded-control px-2 text-left hover:bg-sunken aria-pressed:font-semibold max-md:min-h-11"
                >
                  {t(`draft.kinds.${of}`)} · {subject}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}
