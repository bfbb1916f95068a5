import type { Quote, ReviewDecision, ReviewedFinding } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { canTake, relatedTo } from '../model/select';
import { StoredPage } from './stored-page';
import type { Names } from './use-names';

interface OtherFindingsProps {
  clientId: string;
  item: ReviewedFinding;
  items: readonly ReviewedFinding[];
  names: Names;
  mayReview: boolean;
  onJudge: (verdict: ReviewDecision | null) => void;
  onShow: (key: string) => void;
}

/** What contradicts a finding, and what may be the same told twice; each can be read beside it, page by page. */
export function OtherFindings(props: OtherFindingsProps) {
  const { clientId, item, items, names } = props;
  const { t } = useTranslation('findings');
  const { finding } = item;
  const [beside, setBeside] = useState<string | null>(null);
  const against = items.filter((other) => finding.conflictsWith.includes(other.finding.key));
  const related = relatedTo(finding, items);
  const other = [...against, ...related].find(({ finding: { key } }) => key === beside);
  const lists = [
    { title: t('contradiction'), others: against, mergeable: false },
    { title: t('related'), others: related, mergeable: true },
  ];
  return (
    <>
      {lists.map(({ title, others, mergeable }) =>
        others.length === 0 ? null : (
          <section key={title} className="grid gap-2">
            <h3 className="font-semibold">{title}</h3>
            <ul className="grid gap-2 xl:grid-cols-2">
              {others.map((one) => (
                <Other
                  key={one.finding.key}
                  {...props}
                  other={one}
                  mergeable={mergeable}
                  beside={beside === one.finding.key}
                  onBeside={(shown) => setBeside(shown ? one.finding.key : null)}
                />
              ))}
            </ul>
          </section>
        ),
      )}
      {other === undefined ? (
        <StoredPage clientId={clientId} passages={finding.quotes} />
      ) : (
        <div className="grid gap-3 xl:grid-cols-2">
          {[
            { title: t('this_one'), finding },
            { title: t('other_one'), finding: other.finding },
          ].map((side) => (
            <section key={side.finding.key} className="grid min-w-0 content-start gap-2">
              <h3 className="font-semibold">
                {side.title} <span className="font-normal text-ink-2">{names.describe(side.finding)}</span>
              </h3>
              <StoredPage clientId={clientId} passages={side.finding.quotes} />
            </section>
          ))}
        </div>
      )}
    </>
  );
}

interface OtherProps extends OtherFindingsProps {
  other: ReviewedFinding;
  mergeable: boolean;
  beside: boolean;
  onBeside: (shown: boolean) => void;
}

function Other({ other, names, mayReview, mergeable, beside, onBeside, onJudge, onShow }: OtherProps) {
  const { t } = useTranslation('findings');
  const [quote] = other.finding.quotes;
  return (
    <li className="grid content-start gap-1.5 rounded-card border border-line bg-surface p-3">
      <p className="font-medium">
        {names.describe(other.finding)} · {t(`standing.${other.finding.standing}`)}
      </p>
      {quote === undefined ? null : <Passage quote={quote} />}
      <div className="flex flex-wrap gap-2">
        <Button size="small" aria-pressed={beside} onClick={() => onBeside(!beside)}>
          {t(beside ? 'compare_end' : 'compare')}
        </Button>
        <Button size="small" onClick={() => onShow(other.finding.key)}>
          {t('show')}
        </Button>
        {mergeable && mayReview && canTake(other) ? (
          <Button
            size="small"
            data-merge
            onClick={() => onJudge({ decision: 'merged', reason: null, into: other.finding.key })}
          >
            {t('merge_here')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function Passage({ quote }: { quote: Quote }) {
  const { t } = useTranslation('findings');
  const language = useLanguage();
  return (
    <>
      <p className="line-clamp-3 text-ink-2">{quote.text}</p>
      <p className="truncate text-xs text-ink-3">
        {t(`source.${quote.sourceKind}`)} · {quote.pageTitle}{' '}
        {quote.date === null ? '' : formatDate(quote.date, language)}
      </p>
    </>
  );
}
