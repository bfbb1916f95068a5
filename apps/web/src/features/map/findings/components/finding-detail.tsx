import type { Finding, ReviewDecision, ReviewedFinding } from '@tokenholic/contracts';
import { formatDateTime, formatPercent } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { ConfidenceBars } from '@/ui/confidence';
import { relatedTo } from '../model/select';
import { CorrectionForm } from './correction-form';
import { StoredPage } from './stored-page';
import type { Names } from './use-names';

interface FindingDetailProps {
  clientId: string;
  item: ReviewedFinding;
  items: readonly ReviewedFinding[];
  names: Names;
  mayReview: boolean;
  correcting: boolean;
  onCorrecting: (correcting: boolean) => void;
  onJudge: (verdict: ReviewDecision | null) => void;
  onShow: (key: string) => void;
}

/** One finding: what it says, how sure, how derived, what says otherwise, and the page it stands in. */
export function FindingDetail(props: FindingDetailProps) {
  const { clientId, item, names, mayReview, correcting, onCorrecting, onJudge } = props;
  const { t } = useTranslation('findings');
  const { t: shell } = useTranslation();
  const language = useLanguage();
  const { finding, review } = item;
  return (
    <article className="grid gap-4">
      <header className="grid gap-2">
        <h2 className="text-lg font-semibold">
          {names.purpose(finding)} <span className="font-normal text-ink-3">·</span> {names.provider(finding)}{' '}
          <span className="font-normal text-ink-3">·</span> {names.model(finding)}
        </h2>
        <dl className="flex flex-wrap gap-x-6 gap-y-1 text-xs">
          <Fact label={t('form.standing')}>{t(`standing.${finding.standing}`)}</Fact>
          <Fact label={t('confidence')}>
            <ConfidenceBars confidence={finding.confidence} />{' '}
            {shell(`confidence.${finding.confidence.level}`)}{' '}
            {formatPercent(finding.confidence.score, language)}
          </Fact>
          <Fact label={t('derived')}>
            ✦{' '}
            {finding.engine.via === 'rules'
              ? t('by_rules')
              : t('by_model', { model: finding.engine.model ?? '' })}
          </Fact>
        </dl>
        <Figures finding={finding} />
      </header>
      {mayReview ? (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            aria-pressed={review?.verdict.decision === 'validated'}
            onClick={() => onJudge({ decision: 'validated', reason: null })}
          >
            {t('validate')}
          </Button>
          <Button
            variant="danger"
            aria-pressed={review?.verdict.decision === 'rejected'}
            onClick={() => onJudge({ decision: 'rejected', reason: null })}
          >
            {t('reject')}
          </Button>
          <Button onClick={() => onCorrecting(!correcting)} aria-expanded={correcting}>
            {t('correct')}
          </Button>
          {review === null ? null : (
            <Button variant="ghost" onClick={() => onJudge(null)}>
              {t('reopen')}
            </Button>
          )}
        </div>
      ) : null}
      {correcting ? (
        <CorrectionForm finding={finding} onSave={onJudge} onCancel={() => onCorrecting(false)} />
      ) : null}
      {review === null ? null : <Verdict review={review} names={names} />}
      <Others {...props} />
      <StoredPage clientId={clientId} passages={finding.quotes} />
    </article>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex items-center gap-1.5">
      <dt className="text-ink-3">{label}</dt>
      <dd className="inline-flex items-center gap-1.5">{children}</dd>
    </div>
  );
}

function Figures({ finding }: { finding: Finding }) {
  const { t } = useTranslation('findings');
  const language = useLanguage();
  const figures = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en');
  if (finding.figures.length === 0) return null;
  return (
    <p className="text-xs text-ink-2">
      {t('figures')}{' '}
      {finding.figures
        .map(({ metric, value, period }) =>
          metric === 'share'
            ? `${t('metric.share')} ${formatPercent(value, language)}`
            : `${t(`period.${period}`)} ${figures.format(value)} ${t(`metric.${metric}`)}`,
        )
        .join(' · ')}
    </p>
  );
}

function Verdict({ review, names }: { review: NonNullable<ReviewedFinding['review']>; names: Names }) {
  const { t } = useTranslation('findings');
  const language = useLanguage();
  const { verdict } = review;
  return (
    <div className="rounded-card bg-sunken p-3">
      <p className="font-medium">
        {t(`filter.${verdict.decision}`)}
        {verdict.decision === 'corrected'
          ? ` · ${names.purpose(verdict.correction)} · ${names.provider(verdict.correction)} · ${names.model(verdict.correction)} · ${t(`standing.${verdict.correction.standing}`)}`
          : ''}
      </p>
      {verdict.reason === null ? null : <p>{verdict.reason}</p>}
      <p className="text-xs text-ink-3">
        {t('reviewed_by', { by: review.by, date: formatDateTime(review.at, language) })}
      </p>
    </div>
  );
}

/** What contradicts this finding, and what may be the same told twice, side by side with their passages. */
function Others({ item, items, names, mayReview, onJudge, onShow }: FindingDetailProps) {
  const { t } = useTranslation('findings');
  const { finding } = item;
  const against = items.filter((other) => finding.conflictsWith.includes(other.finding.key));
  const related = relatedTo(finding, items);
  const canTake = ({ review }: ReviewedFinding) =>
    review === null || (review.verdict.decision !== 'rejected' && review.verdict.decision !== 'merged');
  const list = (title: string, others: readonly ReviewedFinding[], mergeable: boolean) =>
    others.length === 0 ? null : (
      <section className="grid gap-2">
        <h3 className="font-semibold">{title}</h3>
        <ul className="grid gap-2 xl:grid-cols-2">
          {others.map((other) => (
            <li
              key={other.finding.key}
              className="grid gap-1.5 rounded-card border border-line bg-surface p-3"
            >
              <p className="font-medium">
                {names.provider(other.finding)} · {names.model(other.finding)} ·{' '}
                {t(`standing.${other.finding.standing}`)}
              </p>
              <p className="line-clamp-3 text-ink-2">{other.finding.quotes[0]?.text}</p>
              <div className="flex flex-wrap gap-2">
                <Button size="small" onClick={() => onShow(other.finding.key)}>
                  {t('show')}
                </Button>
                {mergeable && mayReview && canTake(other) ? (
                  <Button
                    size="small"
                    onClick={() => onJudge({ decision: 'merged', reason: null, into: other.finding.key })}
                  >
                    {t('merge_here')}
                  </Button>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <>
      {list(t('contradiction'), against, false)}
      {list(t('related'), related, true)}
    </>
  );
}
