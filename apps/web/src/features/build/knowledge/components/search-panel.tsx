import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Field, Input } from '@/ui/field';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useSearch } from '../api/knowledge';
import { ExampleQuestions } from './example-questions';
import { Hit } from './hit';

interface SearchPanelProps {
  question: string;
  /** Null: everything that may be read. */
  collectionId: string | null;
  /** Questions to start from, offered while the field is empty. */
  examples: readonly string[];
  ask: (question: string) => void;
  open: (documentId: string) => void;
}

/** A question and the passages that answer it; "not known" is an answer too. */
export function SearchPanel({ question, collectionId, examples, ask, open }: SearchPanelProps) {
  const { t } = useTranslation('knowledge');
  const [text, setText] = useState(question);
  const found = useSearch(question, collectionId === null ? [] : [collectionId]);
  const answer = found.data;
  return (
    <div className="grid gap-4">
      <form
        className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          ask(text.trim());
        }}
      >
        <Field label={t('question')} help={t('question_help')}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={2_000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" className="mb-[1.375rem]" disabled={text.trim() === ''}>
          {t('ask')}
        </Button>
      </form>
      {text.trim() === '' && examples.length > 0 ? (
        <ExampleQuestions
          questions={examples}
          ask={(chosen) => {
            setText(chosen);
            ask(chosen);
          }}
        />
      ) : null}
      <div aria-live="polite" className="grid gap-4">
        {found.isLoading ? <Skeleton className="h-32" /> : null}
        {found.error === null ? null : (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        )}
        {answer === undefined ? null : (
          <>
            {answer.known ? null : <EmptyState title={t('unknown')} text={t('unknown_help')} />}
            {answer.meaningLeftOut === null ? null : <p className="text-warn">{t('budget_spent')}</p>}
            {answer.readAs.length === 0 ? null : (
              <p className="text-xs text-ink-2">
                {t('read_as')} {answer.readAs.map(({ asked, read }) => `${asked} → ${read}`).join(t('comma'))}
              </p>
            )}
            {answer.hits.length > 0 ? (
              <p className="text-xs text-ink-3">
                {t('hits', { count: answer.hits.length, milliseconds: Math.ceil(answer.milliseconds) })}
              </p>
            ) : null}
            <ol className="grid gap-3">
              {answer.hits.map((hit, at) => (
                <Hit key={hit.passageId} hit={hit} place={at + 1} open={open} />
              ))}
            </ol>
          </>
        )}
      </div>
    </div>
  );
}
