import type { ClientFilter, StageCounts } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Select } from '@/ui/field';

const BANDS = ['at_risk', 'watch', 'good'] as const;

interface FilterFieldsProps {
  filter: ClientFilter;
  onFilter: (filter: ClientFilter) => void;
  industries: StageCounts['industries'];
}

/** Health, industry, and whether something waits. */
export function FilterFields({ filter, onFilter, industries }: FilterFieldsProps) {
  const { t } = useTranslation('copilot');
  const language = useLanguage();
  return (
    <div className="grid grid-cols-2 gap-2">
      <Select
        aria-label={t('filter.health')}
        value={filter.health ?? ''}
        onChange={(event) =>
          onFilter({ ...filter, health: BANDS.find((band) => band === event.target.value) ?? null })
        }
      >
        <option value="">{t('filter.any_health')}</option>
        {BANDS.map((band) => (
          <option key={band} value={band}>
            {t(`filter.${band}`)}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t('filter.industry')}
        value={filter.industry ?? ''}
        onChange={(event) =>
          onFilter({ ...filter, industry: event.target.value === '' ? null : event.target.value })
        }
      >
        <option value="">{t('filter.any_industry')}</option>
        {industries.map(({ id, name, clients }) => (
          <option key={id} value={id}>
            {name[language]} ({clients})
          </option>
        ))}
      </Select>
      <label className="col-span-2 flex min-h-7 items-center gap-2 text-xs max-md:min-h-11">
        <input
          type="checkbox"
          checked={filter.waiting}
          onChange={(event) => onFilter({ ...filter, waiting: event.target.checked })}
        />
        {t('filter.waiting')}
      </label>
    </div>
  );
}
