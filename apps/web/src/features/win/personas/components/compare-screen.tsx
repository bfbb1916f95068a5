import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { Persona, PersonaLine } from '@tokenholic/contracts';
import { formatDateTime, formatPercent } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Field, Select } from '@/ui/field';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import type { CompareSearch } from '../../persona-search';
import { usePersona, usePersonas } from '../api/personas';
import { groups, heldOf, isSame } from '../model/groups';

const route = getRouteApi('/personas/compare');
type Side = 'left' | 'right';

/** Two people, or one person at two times, trait by trait. */
export function CompareRoute() {
  const { t } = useTranslation('personas');
  const search = route.useSearch();
  usePageTitle(t('compare_title'));
  const left = usePersona(search.left, search.leftVersion);
  const right = usePersona(search.right, search.rightVersion);
  const failed = [left, right].find(({ isError }) => isError);
  const waits = (id: string | undefined, { data }: { data: Persona | undefined }) =>
    id !== undefined && data === undefined;
  return (
    <div className="mx-auto grid max-w-[1080px] grid-cols-[minmax(0,1fr)] gap-5 px-6 py-6 max-md:px-4 max-md:py-5">
      <header className="grid gap-1">
        <Link to="/personas" className="justify-self-start text-xs text-ink-2 underline">
          {t('title')}
        </Link>
        <h1 className="text-2xl font-semibold">{t('compare_title')}</h1>
      </header>
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-[minmax(0,1fr)]">
        <Chooser side="left" search={search} persona={left.data} />
        <Chooser side="right" search={search} persona={right.data} />
      </div>
      {failed === undefined ? null : (
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      )}
      {failed === undefined && (waits(search.left, left) || waits(search.right, right)) ? (
        <Skeleton className="h-80" />
      ) : null}
      {left.data !== undefined && right.data !== undefined ? (
        <Comparison left={left.data} right={right.data} />
      ) : search.left === undefined || search.right === undefined ? (
        <EmptyState title={t('compare_choose')} />
      ) : null}
    </div>
  );
}

interface ChooserProps {
  side: Side;
  search: CompareSearch;
  persona: Persona | undefined;
}

function Chooser({ side, search, persona }: ChooserProps) {
  const { t } = useTranslation('personas');
  const language = useLanguage();
  const navigate = useNavigate();
  const people = usePersonas('');
  const id = search[side] ?? '';
  const [idKey, versionKey] =
    side === 'left' ? (['left', 'leftVersion'] as const) : (['right', 'rightVersion'] as const);
  const go = (change: CompareSearch) =>
    void navigate({ to: '/personas/compare', search: { ...search, ...change }, replace: true });
  const items = people.data?.items.filter(({ known, contactId }) => known > 0 || contactId === id) ?? [];
  return (
    <div className="grid grid-cols-2 gap-2">
      <Field label={t(`compare_${side}`)}>
        {(ids) => (
          <Select
            {...ids}
            value={id}
            onChange={(event) => {
              const { [versionKey]: _version, ...rest } = search;
              const chosen = event.target.value;
              void navigate({
                to: '/personas/compare',
                search: chosen === '' ? rest : { ...rest, [idKey]: chosen },
                replace: true,
              });
            }}
          >
            <option value="">{t('compare_person')}</option>
            {items.map(({ contactId, name, clientName }) => (
              <option key={contactId} value={contactId}>
                {name} · {clientName}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {persona === undefined || persona.versions.length === 0 ? null : (
        <Field label={t('version')}>
          {(ids) => (
            <Select
              {...ids}
              value={persona.version ?? ''}
              onChange={(event) => go({ [versionKey]: Number(event.target.value) })}
            >
              {persona.versions.map(({ number, at }) => (
                <option key={number} value={number}>
                  {t('version_number', { number, at: formatDateTime(at, language) })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </div>
  );
}

function Comparison({ left, right }: { left: Persona; right: Persona }) {
  const { t } = useTranslation('personas');
  const local = useLocal();
  const lines = groups
    .flatMap(({ keys }) => keys)
    .map((key) => ({
      key,
      left: left.lines.find((line) => line.key === key),
      right: right.lines.find((line) => line.key === key),
    }));
  const different = lines.filter((line) => !isSame(line.left, line.right)).length;
  const name = ({ name: who, version }: Persona) =>
    `${who} · ${t('version_short', { number: version ?? 0 })}`;
  return (
    <section className="grid gap-2">
      <p className="font-medium">{t('compare_differ', { count: different })}</p>
      <div className="overflow-x-auto rounded-card border border-line bg-surface">
        <table className="w-full text-left">
          <thead>
            <tr className="text-xs text-ink-2">
              <th scope="col" className="p-3 font-medium">
                {t('trait')}
              </th>
              <th scope="col" className="p-3 font-medium">
                {name(left)}
              </th>
              <th scope="col" className="p-3 font-medium">
                {name(right)}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => {
              const differs = !isSame(line.left, line.right);
              const label = line.left?.name ?? line.right?.name;
              return (
                <tr
                  key={line.key}
                  className={`border-t border-line align-top ${differs ? 'bg-mark-soft' : ''}`}
                >
                  <th scope="row" className="p-3 font-normal text-ink-2">
                    {label === undefined ? line.key : local(label)}
                    {differs ? <span className="sr-only"> {t('differs')}</span> : null}
                  </th>
                  <td className="p-3">
                    <Held line={line.left} />
                  </td>
                  <td className="p-3">
                    <Held line={line.right} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Held({ line }: { line: PersonaLine | undefined }) {
  const { t } = useTranslation('personas');
  const language = useLanguage();
  const local = useLocal();
  const held = heldOf(line);
  if (held.length === 0) return <span className="text-ink-3">{t('not_enough')}</span>;
  return (
    <ul className="grid gap-0.5">
      {held.map(({ value, label, trait, edit }) => (
        <li key={value}>
          {trait?.estimate?.unit === 'share' ? formatPercent(trait.estimate.value, language) : local(label)}{' '}
          <span className="text-xs text-ink-2">
            {edit !== null
              ? t('edited_by', { who: local(edit.by) })
              : trait === null
                ? ''
                : formatPercent(trait.confidence.score, language)}
          </span>
        </li>
      ))}
    </ul>
  );
}
