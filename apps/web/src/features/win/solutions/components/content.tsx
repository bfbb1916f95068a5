import { Link } from '@tanstack/react-router';
import type {
  LocalizedText,
  SolutionContent,
  SolutionSection,
  SolutionSentence,
} from '@tokenholic/contracts';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { classes } from '@/ui/classes';
import { CostPicture } from './cost-picture';
import { CostTable } from './cost-table';
import { Sentences, type ShowSource } from './sentences';
import { SourceDialog } from './source-dialog';

interface ContentProps {
  content: SolutionContent;
  /** Drawn beside a section's heading. */
  beside?: (section: SolutionSection) => ReactNode;
  /** The architecture, with what can be done to it. */
  architecture: (show: ShowSource) => ReactNode;
}

/** A solution as a client-ready page; each number opens its source. */
export function Content({ content, beside, architecture }: ContentProps) {
  const { t } = useTranslation('solutions');
  const local = useLocal();
  const [source, setSource] = useState<string | null>(null);
  const cited = content.citations.find(({ id }) => id === source);
  const { products, differences, cost, steps, cases, questions, answers, summary, dropped } = content;
  const section = (name: SolutionSection, count: number, body: ReactNode) =>
    count === 0 ? null : (
      <section aria-labelledby={`section-${name}`} className="grid gap-3 border-t border-line pt-4">
        <div className="flex flex-wrap items-center gap-3">
          <h2 id={`section-${name}`} className="text-lg font-semibold">
            {t(`section.${name}`)}
          </h2>
          {beside?.(name)}
        </div>
        {body}
      </section>
    );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      {section('summary', summary.length, <Sentences sentences={summary} show={setSource} />)}
      {section('answers', answers.length, <Parts items={answers} show={setSource} />)}
      {section('diagram', content.diagram.nodes.length, architecture(setSource))}
      {section('products', products.length, <Parts items={products} show={setSource} />)}
      {section(
        'differences',
        differences.length,
        <div className="grid gap-4 md:grid-cols-2">
          {differences.map(({ id, name, provider, providerId, side, sentences }) => (
            <article key={id} className="grid content-start gap-1.5">
              <h3 className="font-semibold">
                {local(name)} <span className="font-normal text-ink-2">· {local(provider)}</span>
              </h3>
              <p
                className={classes(
                  'text-xs',
                  side === 'ours' ? 'text-ok' : side === 'theirs' ? 'text-danger' : 'text-ink-2',
                )}
              >
                {t(`side.${side}`)}
                {providerId === undefined ? null : (
                  <Link
                    to="/battlecards"
                    search={{ competitor: providerId }}
                    className="ml-3 text-ink-2 underline"
                  >
                    {t('battlecard')}
                  </Link>
                )}
              </p>
              <Sentences sentences={sentences} show={setSource} />
            </article>
          ))}
        </div>,
      )}
      {section(
        'cost',
        cost.rows.length,
        <>
          <CostPicture cost={cost} />
          <CostTable cost={cost} />
          <Sentences sentences={cost.sentences} show={setSource} />
        </>,
      )}
      {section(
        'steps',
        steps.length,
        <ol className="grid gap-3">
          {steps.map(({ id, name, days, risk, sentences }, at) => (
            <li key={id} className="grid gap-1">
              <h3 className="font-semibold">
                {at + 1}. {local(name)}{' '}
                <span className="font-normal text-ink-2">
                  {t('days', { low: days.low, high: days.high })} · {t(`risk.${risk}`)}
                </span>
              </h3>
              <Sentences sentences={sentences} show={setSource} />
            </li>
          ))}
        </ol>,
      )}
      {section('cases', cases.length, <Parts items={cases} show={setSource} />)}
      {section(
        'questions',
        questions.length,
        <ul className="grid list-disc gap-1.5 pl-5">
          {questions.map(({ id, text }) => (
            <li key={id}>{local(text)}</li>
          ))}
        </ul>,
      )}
      {dropped.length === 0 ? null : (
        <details className="border-t border-line pt-4">
          <summary className="cursor-pointer font-semibold">
            {t('dropped', { count: dropped.length })}
          </summary>
          <ul className="grid gap-1 pt-2">
            {dropped.map(({ text, reason }) => (
              <li key={text} className="[overflow-wrap:anywhere]">
                <span className="text-danger">{t(`fault.${reason}`)}</span> {text}
              </li>
            ))}
          </ul>
        </details>
      )}
      {cited === undefined ? null : <SourceDialog citation={cited} close={() => setSource(null)} />}
    </div>
  );
}

interface Part {
  id: string;
  name: LocalizedText;
  sentences: readonly SolutionSentence[];
}

function Parts({ items, show }: { items: readonly Part[]; show: ShowSource }) {
  const local = useLocal();
  return (
    <div className="grid gap-4">
      {items.map(({ id, name, sentences }) => (
        <article key={id} className="grid gap-1.5">
          <h3 className="font-semibold">{local(name)}</h3>
          <Sentences sentences={sentences} show={show} />
        </article>
      ))}
    </div>
  );
}
