import type { Solution, SolutionSubject } from '@tokenholic/contracts';
import { formatMoney } from '@tokenholic/presentation';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input, Select } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useCreateSolution, useMappedClients, useOpenings } from '../api/solutions';

interface NewSolutionProps {
  clientId: string | null;
  /** Preset from the map. */
  useCase: string | undefined;
  tile: string | undefined;
  made: (solution: Solution) => void;
}

const TILE = 'tile ';
const USE_CASE = 'use ';
const subjectOf = (chosen: string): SolutionSubject =>
  chosen.startsWith(TILE)
    ? { kind: 'tile', tileKey: chosen.slice(TILE.length) }
    : { kind: 'use_case', useCaseKey: chosen.slice(USE_CASE.length) };

/** A new solution: for a use case or an opportunity of a client's map, or for a question. */
export function NewSolution({ clientId, useCase, tile, made }: NewSolutionProps) {
  const { t } = useTranslation('solutions');
  const local = useLocal();
  const clients = useMappedClients();
  const [chosen, setChosen] = useState(clientId ?? '');
  const [about, setAbout] = useState(
    tile !== undefined ? `${TILE}${tile}` : useCase !== undefined ? `${USE_CASE}${useCase}` : '',
  );
  const [question, setQuestion] = useState('');
  const client = chosen === '' ? null : chosen;
  const openings = useOpenings(client);
  const language = useLanguage();
  const create = useCreateSolution();
  const start = (subject: SolutionSubject) => (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ clientId: client, subject }, { onSuccess: made });
  };
  const first = openings.data?.useCases[0];
  const chosenSubject = about === '' && first !== undefined ? `${USE_CASE}${first.key}` : about;
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
        <form className="grid gap-2" onSubmit={start(subjectOf(chosenSubject))}>
          <Field label={t('about')} help={t('about_help')}>
            {(ids) => (
              <Select {...ids} value={chosenSubject} onChange={(event) => setAbout(event.target.value)}>
                <optgroup label={t('use_case')}>
                  {openings.data?.useCases.map((one) => (
                    <option key={one.key} value={`${USE_CASE}${one.key}`}>
                      {local(one.name)}
                    </option>
                  ))}
                </optgroup>
                <optgroup label={t('opportunity')}>
                  {openings.data?.opportunities.map((one) => (
                    <option key={one.key} value={`${TILE}${one.key}`}>
                      {local(one.useCase)} · {local(one.model)} ·{' '}
                      {formatMoney(one.valuePerYear, language).text}
                    </option>
                  ))}
                </optgroup>
              </Select>
            )}
          </Field>
          {openings.error === null ? null : <ErrorState error={openings.error} />}
          <Button
            type="submit"
            variant="primary"
            className="justify-self-start"
            disabled={chosenSubject === '' || create.isPending}
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
