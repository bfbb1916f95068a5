import { Link } from '@tanstack/react-router';
import type { FindingsWorkbench } from '@tokenholic/contracts';
import { formatPercent } from '@tokenholic/presentation';
import { Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useAllowed } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button, buttonLook } from '@/ui/button';
import { Field, Input } from '@/ui/field';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useApplyReviews, useFindings } from '../api/findings';
import { CorpusSearch } from './corpus-search';
import { Workbench } from './workbench';

/** What the agents believe about a client, each with its passage, for people to judge. */
export function FindingsScreen({
  clientId,
  quote,
  asked,
}: {
  clientId: string;
  quote: string | null;
  /** A question to the stored pages that one comes with. */
  asked: string;
}) {
  const { t } = useTranslation('findings');
  const local = useLocal();
  usePageTitle(t('title'));
  const { data, isPending, error, refetch } = useFindings(clientId);
  const mayReview = useAllowed('research.run');
  const apply = useApplyReviews(clientId);
  const [question, setQuestion] = useState(asked);
  const update = () =>
    apply.mutate(undefined, {
      onSuccess: () => toast.success(t('applied')),
      onError: (failure) => failure instanceof ApiError && toast.error(local(failure.text)),
    });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 px-8 py-6 max-md:px-4">
      <header className="flex flex-wrap items-end gap-x-8 gap-y-3">
        <div>
          <nav aria-label={t('title')} className="flex flex-wrap gap-x-4 text-ink-2">
            <Link to="/clients/$clientId/map" params={{ clientId }} className="hover:underline">
              ← {t('to_map')}
            </Link>
            <Link to="/clients/$clientId/profile" params={{ clientId }} className="hover:underline">
              {t('to_profile')}
            </Link>
          </nav>
          <h1 className="text-2xl font-semibold">{t('title')}</h1>
        </div>
        {data === undefined ? null : <Accuracy data={data} />}
        <CorpusQuestion onAsk={setQuestion} />
      </header>
      {data !== undefined && data.waiting > 0 ? (
        <output className="flex flex-wrap items-center gap-3 rounded-card bg-mark-soft p-3">
          {t('waiting', { count: data.waiting })}
          <Button variant="mark" size="small" disabled={!mayReview || apply.isPending} onClick={update}>
            {t('apply')}
          </Button>
        </output>
      ) : null}
      {isPending ? <Skeleton className="h-96" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {question === '' ? null : (
        <CorpusSearch clientId={clientId} question={question} onClose={() => setQuestion('')} />
      )}
      {data === undefined || question !== '' ? null : data.items.length === 0 ? (
        <EmptyState title={t('empty')} text={t('empty_text')}>
          <Link to="/clients/$clientId" params={{ clientId }} className={buttonLook({})}>
            {t('to_map')}
          </Link>
        </EmptyState>
      ) : (
        <Workbench clientId={clientId} items={data.items} mayReview={mayReview} quote={quote} />
      )}
    </div>
  );
}

/** How often the agents were right, in all and for each engine. */
function Accuracy({ data: { accuracy, accuracyByEngine } }: { data: FindingsWorkbench }) {
  const { t } = useTranslation('findings');
  const language = useLanguage();
  const measured = accuracyByEngine.flatMap(({ engine, share, ...counts }) =>
    share === null ? [] : [{ ...counts, engine, share: formatPercent(share, language) }],
  );
  return (
    <dl className="border-l-2 border-ink pl-4">
      <dt className="text-xs text-ink-2">{t('accuracy')}</dt>
      <dd className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-xl font-semibold">
          {accuracy.share === null ? '–' : formatPercent(accuracy.share, language)}
        </span>
        <span className="text-xs text-ink-3">
          {accuracy.share === null ? t('accuracy_none') : t('accuracy_text', accuracy)}
        </span>
        {measured.map(({ engine, ...line }) => {
          const name = engine.model ?? t('engine_rules');
          return (
            <span key={name} className="text-xs text-ink-2">
              ✦ {t('accuracy_line', { ...line, engine: name })}
            </span>
          );
        })}
      </dd>
    </dl>
  );
}

function CorpusQuestion({ onAsk }: { onAsk: (question: string) => void }) {
  const { t } = useTranslation('findings');
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk(text.trim());
  };
  return (
    <search className="ml-auto w-full max-w-md max-md:ml-0">
      <form onSubmit={submit} className="flex items-start gap-2">
        <div className="flex-1">
          <Field label={t('corpus.title')} hideLabel>
            {(ids) => (
              <Input
                {...ids}
                type="search"
                placeholder={t('corpus.ask')}
                maxLength={300}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
        </div>
        <Button type="submit" aria-label={t('corpus.go')} disabled={text.trim() === ''}>
          <Search className="size-4" />
        </Button>
      </form>
    </search>
  );
}
