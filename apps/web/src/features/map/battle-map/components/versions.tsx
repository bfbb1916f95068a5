import '../details-texts';
import { Link } from '@tanstack/react-router';
import { formatDateTime, formatPercent, formatTokens } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLanguage } from '@/i18n';
import { buttonLook } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Select } from '@/ui/field';
import { useSchedule, useSetSchedule, useVersions } from '../api/map';
import { SourceAges } from './source-ages';

/** All versions of the map, and how often the client is researched again by itself. */
export default function Versions({
  clientId,
  current,
  onClose,
}: {
  clientId: string;
  current: number;
  onClose: () => void;
}) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const { data } = useVersions(clientId, true);
  const newest = data?.items[0]?.version;
  return (
    <Dialog open onClose={onClose} title={t('versions')}>
      {(data?.items.length ?? 0) < 2 ? null : (
        <Link
          to="/clients/$clientId/compare"
          params={{ clientId }}
          search={{}}
          className={buttonLook({ size: 'small' })}
        >
          {t('compare')}
        </Link>
      )}
      <Schedule clientId={clientId} />
      <SourceAges clientId={clientId} />
      <ul className="grid gap-1">
        {(data?.items ?? []).map((item) => (
          <li key={item.version}>
            <Link
              to="/clients/$clientId/map"
              params={{ clientId }}
              search={item.version === newest ? {} : { version: item.version }}
              onClick={onClose}
              aria-current={item.version === current ? 'true' : undefined}
              className="grid grid-cols-[auto_1fr_auto] items-center gap-x-4 rounded-control px-3 py-2 hover:bg-sunken aria-[current]:bg-sunken"
            >
              <span className="font-semibold">{t('version', { number: item.version })}</span>
              <span className="text-ink-2">{formatDateTime(item.generatedAt, language)}</span>
              <span>
                {formatTokens(item.tokensPerYear, language).text} · {formatPercent(item.ourShare, language)}
              </span>
              <span className="col-span-3 text-xs text-ink-3">
                {t('version_line', { useCases: item.useCases, evidence: item.evidence, edits: item.edits })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const INTERVALS = ['stale', 'day', 'week', 'month'] as const;

function Schedule({ clientId }: { clientId: string }) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const mayResearch = useAllowed('research.run');
  const { data } = useSchedule(clientId);
  const set = useSetSchedule(clientId);
  const nextAt = data?.nextAt ?? null;
  return (
    <Field
      label={t('schedule.label')}
      help={nextAt === null ? undefined : t('schedule.next', { date: formatDateTime(nextAt, language) })}
    >
      {(ids) => (
        <Select
          {...ids}
          disabled={!mayResearch || data === undefined || set.isPending}
          value={data?.every ?? 'never'}
          onChange={(event) =>
            set.mutate(INTERVALS.find((interval) => interval === event.target.value) ?? null)
          }
        >
          <option value="never">{t('schedule.never')}</option>
          {INTERVALS.map((interval) => (
            <option key={interval} value={interval}>
              {t(`schedule.${interval}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
