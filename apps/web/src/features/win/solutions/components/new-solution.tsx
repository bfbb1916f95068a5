import type { Solution, SolutionSubject } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input, Select } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useCreateSolution, useMappedClients, useUseCases } from '../api/solutions';

interface NewSolutionProps {
  clientId: string | null;
  useCase: string | undefined;
  made: (solution: Solution) => void;
}

/** A new solution: for a use case of a client's map, or for a question. */
export function NewSolution({ clientId, useCase, made }: NewSolutionProps) {
  const { t } = useTranslation('solutions');
  const local = useLocal();
  const clients = useMappedClients();
  const [chosen, setChosen] = useState(clientId ?? '');
  const [about, setAbout] = useState(useCase ?? '');
  const [question, setQuestion] = useState('');
  const client = chosen === '' ? null : chosen;
  const useCases = useUseCases(client);
  const create = useCreateSolution();
  const start = (subject: SolutionSubject) => (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ clientId: client, subject }, { onSuccess: made });
  };
  const key = about === '' ? (useCases.data?.[0]?.key ?? '') : about;
  return (
    <section aria-label={t('new')} className="grid gap-4 rounded-card border border-line bg-surface p-4">
      <h2 className="text-lg font-semibold">{t('new')}</h2>
      {clientId === null ? (
        <Field label={t('client')}>
          {(ids) => (
            <Select
              {...ids}
              value={chosen}
              onChange={(event) => {
                setChosen(event.target.value);
                setAbout('');
              }}
            >
              <option value="">{t('no_client')}</option>
              {clients.data?.items.map(({ clientId: id, clientName }) => (
                <option key={id} value={id}>
                  {clientName}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      {client === null ? null : (
        <form className="grid gap-2" onSubmit={start({ kind: 'use_case', useCaseKey: key })}>
          <Field label={t('use_case')}>
            {(ids) => (
              <Select {...ids} value={key} onChange={(event) => setAbout(event.target.value)}>
                {useCases.data?.map((one) => (
                  <option key={one.key} value={one.key}>
                    {local(one.name)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Button
            type="submit"
            variant="primary"
            className="justify-self-start"
            disabled={key === '' || create.isPending}
          >
            {t('make')}
          </Button>
        </form>
      )}
      <form className="grid gap-2" onSubmit={start({ kind: 'question', question })}>
        <Field label={t('question')} help={t('question_help')}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={2_000}
              value={question}
              onChange={(event) => setQuestion(event.target.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          variant={client === null ? 'primary' : 'outline'}
          className="justify-self-start"
          disabled={question.trim().length < 3 || create.isPending}
        >
          {t('answer')}
        </Button>
      </form>
      {create.error === null ? null : <ErrorState error={create.error} />}
    </section>
  );
}
