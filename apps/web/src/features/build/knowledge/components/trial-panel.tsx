import type { TrialQuestion, TrialRun, TrialScore } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { Button } from '@/ui/button';
import { Field, Input, Select } from '@/ui/field';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useAct, useDocuments, useTrial } from '../api/knowledge';
import { ScoreLine } from './score-line';
import { TrialRuns } from './trial-runs';

/** Questions with the passages that should answer them: how often they do, and how that changed. */
export function TrialPanel({ collectionId }: { collectionId: string }) {
  const { t } = useTranslation('knowledge');
  const trial = useTrial(collectionId);
  const writes = useAllowed('knowledge.write');
  const act = useAct();
  if (trial.isPending) return <Skeleton className="h-40" />;
  if (trial.error !== null) return <ErrorState error={trial.error} onRetry={() => void trial.refetch()} />;
  const { questions, runs } = trial.data;
  const last = runs.at(-1);
  return (
    <div className="grid gap-5">
      <p className="max-w-[68ch] text-ink-2">{t('trial_intro')}</p>
      {runs.length === 0 ? null : <ScoreLine runs={runs} />}
      {act.error === null ? null : <ErrorState error={act.error} />}
      {writes ? (
        <Button
          variant="primary"
          className="justify-self-start"
          disabled={questions.length === 0 || act.isPending}
          onClick={() => act.mutate({ act: 'run_trial', collectionId })}
        >
          {t('run_trial')}
        </Button>
      ) : null}
      {questions.length === 0 ? (
        <EmptyState title={t('no_questions')} text={t('no_questions_help')} />
      ) : (
        <Questions
          questions={questions}
          last={last}
          remove={writes ? (questionId) => act.mutate({ act: 'remove_question', questionId }) : null}
        />
      )}
      {writes ? <NewQuestion collectionId={collectionId} /> : null}
      {runs.length === 0 ? null : <TrialRuns runs={runs} />}
    </div>
  );
}

interface QuestionsProps {
  questions: readonly TrialQuestion[];
  last: TrialRun | undefined;
  remove: ((questionId: string) => void) | null;
}

function Questions({ questions, last, remove }: QuestionsProps) {
  const { t } = useTranslation('knowledge');
  const of = (score: TrialScore | null | undefined, id: string) =>
    score?.outcomes.find(({ questionId }) => questionId === id);
  return (
    <ul className="grid gap-2">
      {questions.map(({ id, question, documentTitle, passage }) => {
        const outcome = of(last, id);
        const beside = of(last?.words, id);
        return (
          <li
            key={id}
            className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-surface p-3"
          >
            <div className="grid min-w-0 flex-1 gap-1 max-md:basis-full">
              <p className="font-medium">{question}</p>
              <p className="text-xs text-ink-2 [overflow-wrap:anywhere]">
                {documentTitle}
                {passage === null ? '' : ` · “${passage}”`}
              </p>
            </div>
            {outcome === undefined ? null : <Place rank={outcome.rank} />}
            {beside === undefined ? null : (
              <span className="text-xs text-ink-2">
                {t('by_words')}
                {t('colon')}
                <Place rank={beside.rank} />
              </span>
            )}
            {remove === null ? null : (
              <Button size="small" aria-label={t('remove_question', { question })} onClick={() => remove(id)}>
                {t('remove')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** At which place the expected passage came. */
function Place({ rank }: { rank: number | null }) {
  const { t } = useTranslation('knowledge');
  return (
    <span className={rank === 1 ? 'text-ok' : rank === null ? 'text-danger' : 'text-warn'}>
      {rank === null ? t('not_found') : t('place', { place: rank })}
    </span>
  );
}

function NewQuestion({ collectionId }: { collectionId: string }) {
  const { t } = useTranslation('knowledge');
  const act = useAct();
  const documents = useDocuments(collectionId, null);
  const [question, setQuestion] = useState('');
  const [passage, setPassage] = useState('');
  const [documentId, setDocumentId] = useState('');
  const expected = documentId === '' ? (documents.data?.items[0]?.id ?? '') : documentId;
  const add = (event: FormEvent) => {
    event.preventDefault();
    const made = { question, documentId: expected, passage: passage.trim() === '' ? null : passage };
    act.mutate(
      { act: 'add_question', collectionId, question: made },
      {
        onSuccess: () => {
          setQuestion('');
          setPassage('');
        },
      },
    );
  };
  return (
    <form
      onSubmit={add}
      className="grid items-start gap-3 rounded-card border border-line bg-surface p-4 md:grid-cols-3"
    >
      <Field label={t('trial_question')}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={2_000}
            value={question}
            onChange={(event) => setQuestion(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('trial_document')}>
        {(ids) => (
          <Select {...ids} value={expected} onChange={(event) => setDocumentId(event.target.value)}>
            {documents.data?.items.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('trial_passage')} help={t('trial_passage_help')}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={2_000}
            value={passage}
            onChange={(event) => setPassage(event.target.value)}
          />
        )}
      </Field>
      <Button
        type="submit"
        className="justify-self-start"
        disabled={question.trim() === '' || expected === '' || act.isPending}
      >
        {t('add_question')}
      </Button>
    </form>
  );
}
