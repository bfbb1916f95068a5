import type { BattleMap, MapEdit } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';

/** Uses that are planned, ended, rumoured or only compared: known, but without volume. */
export function Watchlist({ map }: { map: BattleMap }) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  if (map.watchlist.length === 0) return null;
  return (
    <section className="mt-8 grid gap-2">
      <h2 className="text-base font-semibold">{t('watchlist.title')}</h2>
      <ul className="grid gap-x-8 md:grid-cols-2">
        {map.watchlist.map((item) => (
          <li
            key={`${item.useCaseId}-${item.providerId}-${item.modelName}-${item.standing}`}
            className="border-b border-line py-2"
          >
            <span className="mr-2 rounded-tile bg-sunken px-1.5 py-0.5 text-2xs text-ink-2">
              {t(`watchlist.${item.standing}`)}
            </span>
            {item.name[language]} · {item.modelName ?? item.providerName?.[language] ?? '?'}
            <span className="line-clamp-1 text-xs text-ink-3">{item.evidence[0]?.text ?? ''}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RemovedListProps {
  map: BattleMap;
  mayEdit: boolean;
  onEdit: (edit: MapEdit) => Promise<boolean>;
}

/** What was taken off the map by hand, to be put back. */
export function RemovedList({ map, mayEdit, onEdit }: RemovedListProps) {
  const { t } = useTranslation('map');
  const { t: shell } = useTranslation('shell');
  const language = useLanguage();
  if (map.removed.length === 0) return null;
  return (
    <p className="mt-4 flex flex-wrap items-center gap-3 text-ink-2">
      {t('removed')}
      {map.removed.map((item) => (
        <span key={item.key} className="inline-flex items-center gap-2 rounded-tile bg-sunken px-2 py-1">
          <s>{item.name[language]}</s>
          {mayEdit ? (
            <button
              type="button"
              className="font-medium text-ink underline"
              onClick={() =>
                void onEdit(
                  item.kind === 'tile'
                    ? { kind: 'restore_tile', tileKey: item.key }
                    : { kind: 'restore_use_case', useCaseKey: item.key },
                )
              }
            >
              {shell('action.restore')}
            </button>
          ) : null}
        </span>
      ))}
    </p>
  );
}
