import type { Finding, ReviewDecision, ReviewedFinding } from '@tokenholic/contracts';
import { formatDate, formatPercent } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { ConfidenceBars } from '@/ui/confidence';
import { CorrectionForm } from './correction-form';
import { OtherFindings } from './other-findings';
import type { Names } from './use-names';
import { Verdict } from './verdict';

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
  const { item, names, mayReview, correcting, onCorrecting, onJudge } = props;
  const { t } = useTranslation('findings');
  const { t: shell } = useTranslation();
  const language = useLanguage();
  const { finding, review } = item;
  const [newest] = finding.quotes;
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
          {newest === undefined ? null : (
            <Fact label={t(`source.${newest.sourceKind}`)}>
              {newest.date === null ? newest.pageTitle : formatDate(newest.date, language)}
            </Fact>
          )}
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
      {review === null ? null : (
        <Verdict review={review} names={names} onJudge={mayReview && !correcting ? onJudge : null} />
      )}
      <OtherFindings {...props} />
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
