import type { Objection, ObjectionCategory, ReplyTone } from '@tokenholic/contracts';
import { formatPercent } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { EngineLabel } from '@/ui/confidence';
import { Select } from '@/ui/field';
import { toast } from '@/ui/toast';
import type { ObjectionActions } from './objections-api';
import { Proven } from './proven';
import { ReplyCard } from './reply-card';

const objectionCategories: readonly ObjectionCategory[] = [
  ...(['price', 'security', 'lock_in', 'timing', 'competitor'] as const),
  ...(['quality', 'authority', 'need', 'migration'] as const),
];

interface AnswerPanelProps {
  objection: Objection;
  actions: ObjectionActions;
  onChange: (objection: Objection) => void;
  onError: (failure: unknown) => void;
}

/** What kind it is, to be corrected with one choice, and three replies with the words they rest on. */
export function AnswerPanel({ objection, actions, onChange, onError }: AnswerPanelProps) {
  const { t } = useTranslation('objections');
  const language = useLanguage();
  const { id, clientId, category, guesses, corrected, engine, before, sources, replies, outcome, sent } =
    objection;
  const answer = (change: Parameters<typeof actions.answer.mutate>[0]) =>
    actions.answer.mutate(change, { onSuccess: onChange, onError });
  const share = guesses.find((guess) => guess.category === category)?.share;
  const draft = (owner: string, tone: ReplyTone, body: string) =>
    actions.draft.mutate(
      { clientId: owner, tone, language: objection.language, objection: objection.text, body },
      {
        onSuccess: () => {
          answer({ id, sent: body });
          toast.success(t('drafted'));
        },
        onError,
      },
    );
  const use = (text: string) => {
    void navigator.clipboard.writeText(text);
    answer({ id, sent: text });
    toast.success(t('copied'));
  };
  return (
    <section aria-label={t('answer')} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <blockquote className="border-l-2 border-ink pl-3 text-ink-2">“{objection.text}”</blockquote>
      <div className="flex flex-wrap items-center gap-3">
        <Select
          aria-label={t('category')}
          value={category ?? ''}
          onChange={(event) => {
            const next = objectionCategories.find((kind) => kind === event.target.value);
            if (next !== undefined) answer({ id, category: next });
          }}
          className="w-44"
        >
          {category === null ? <option value="">{t('no_category')}</option> : null}
          {objectionCategories.map((kind: ObjectionCategory) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </Select>
        <span className="text-xs text-ink-3">
          {corrected
            ? t('corrected')
            : share === undefined
              ? ''
              : t('sure', { share: formatPercent(share, language) })}
        </span>
        {before > 0 ? <span className="text-xs text-warn">{t('before', { count: before })}</span> : null}
        <EngineLabel engine={engine} />
      </div>
      <Proven objection={objection} onUse={use} />
      {replies.map((reply) => (
        <ReplyCard
          key={`${reply.tone}-${reply.text}`}
          reply={reply}
          category={category}
          language={objection.language}
          onUse={(text) => answer({ id, sent: text })}
          onDraft={clientId === null ? null : (text) => draft(clientId, reply.tone, text)}
          onPropose={(text) =>
            category === null
              ? undefined
              : actions.propose.mutate({ category, language: objection.language, text }, { onError })
          }
        />
      ))}
      {sources.length === 0 ? (
        <p className="text-ink-3">{t('no_sources')}</p>
      ) : (
        <ol className="grid gap-1 text-xs text-ink-2">
          {sources.map((source) => (
            <li key={source.number}>
              [{source.number}]{' '}
              {source.url === null ? (
                source.title
              ) : (
                <a href={source.url} target="_blank" rel="noreferrer noopener" className="underline">
                  {source.title}
                </a>
              )}{' '}
              {source.asOf ?? ''} <q className="text-ink-3">{source.quote}</q>
            </li>
          ))}
        </ol>
      )}
      {sent === null ? null : (
        <fieldset className="flex flex-wrap items-center gap-2">
          <legend className="contents">
            <span>{t('did_it_work')}</span>
          </legend>
          {(['worked', 'failed'] as const).map((result) => (
            <Button
              key={result}
              size="small"
              aria-pressed={outcome === result}
              variant={outcome === result ? 'primary' : 'outline'}
              onClick={() => answer({ id, outcome: outcome === result ? null : result })}
            >
              {t(`outcome.${result}`)}
            </Button>
          ))}
        </fieldset>
      )}
    </section>
  );
}
