import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { useSession } from '@/api/session';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useAgents } from '../api/lifecycle';
import { useInviteSpecialist } from '../api/specialists';

const DAY_MS = 24 * 60 * 60_000;
const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Asks a colleague something, until a day. */
export function InviteSpecialistForm({ clientId, asked }: { clientId: string; asked: readonly string[] }) {
  const { t } = useTranslation('copilot');
  const language = useLanguage();
  const { data: session } = useSession();
  const agents = useAgents();
  const invite = useInviteSpecialist(clientId);
  const [specialistId, setSpecialist] = useState('');
  const [question, setQuestion] = useState('');
  const [dueOn, setDue] = useState(dayIn(7));
  // One invitation, however often it is sent.
  const id = useRef(newId());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const invitation = { id: id.current, specialistId, question, dueOn };
    invite.mutate(invitation, {
      onSuccess: () => {
        id.current = newId();
        setSpecialist('');
        setQuestion('');
      },
    });
  };
  const free = (agents.data?.items ?? []).filter(({ id }) => id !== session?.user.id && !asked.includes(id));
  return (
    <form onSubmit={submit} className="grid gap-2">
      <div className="grid grid-cols-2 gap-2 max-md:grid-cols-1">
        <Field label={t('specialists.who')}>
          {(ids) => (
            <select
              {...ids}
              required
              value={specialistId}
              onChange={(event) => setSpecialist(event.target.value)}
              className="h-9 rounded-control border border-line-strong bg-surface px-2 max-md:h-11"
            >
              <option value="">{t('specialists.choose')}</option>
              {free.map(({ id, name, roles }) => (
                <option key={id} value={id}>
                  {name[language]} · {roles.map((role) => t(`role.${role}`)).join(' · ')}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('specialists.until')}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              required
              min={dayIn(0)}
              value={dueOn}
              onChange={(event) => setDue(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Field label={t('specialists.question')}>
        {(ids) => (
          <textarea
            {...ids}
            required
            rows={2}
            maxLength={2_000}
            value={question}
            onChange={(event) => setQuestion(event.target.value)}
            className="rounded-control border border-line-strong bg-surface px-3 py-2"
          />
        )}
      </Field>
      {invite.isError ? <ErrorState error={invite.error} /> : null}
      <div>
        <Button type="submit" disabled={invite.isPending || specialistId === '' || question.trim() === ''}>
          {t('specialists.invite')}
        </Button>
      </div>
    </form>
  );
}
