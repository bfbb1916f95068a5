import type { PortfolioEntry } from '@tokenholic/contracts';
import { groupOrder, groups } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Select } from '@/ui/field';
import { SearchBox } from '@/ui/search-box';
import type { PortfolioSearch } from '../../map-search';

interface FiltersProps {
  entries: readonly PortfolioEntry[];
  search: PortfolioSearch;
  onSearch: (change: Partial<PortfolioSearch>) => void;
}

const STAGES = ['sales', 'onboarding', 'support', 'success'] as const;
const FILTERS = ['industry', 'provider', 'owner', 'stage'] as const;

/** Narrows everything on the screen; the address keeps it. */
export function Filters({ entries, search, onSearch }: FiltersProps) {
  const { t } = useTranslation('portfolio');
  const language = useLanguage();
  const named = <T extends { id: string; name: { zh: string; en: string } }>(items: readonly T[]) =>
    [...new Map(items.map((item) => [item.id, item.name[language]]))].sort(([, a], [, b]) =>
      a.localeCompare(b, language),
    );
  const choices = {
    industry: named(entries.flatMap(({ industry }) => (industry === null ? [] : [industry]))),
    provider: groupOrder
      .filter((group) => entries.some(({ shares }) => shares.some((share) => share.group === group)))
      .map((group) => [group, groups[group].name[language]] as const),
    owner: named(entries.flatMap(({ agents }) => agents)),
    stage: STAGES.map((stage) => [stage, t(`stage.${stage}`)] as const),
  };
  const isNarrowed = FILTERS.some((name) => search[name] !== undefined) || (search.text ?? '') !== '';
  return (
    <search className="flex flex-wrap gap-2">
      <SearchBox
        label={t('search')}
        value={search.text ?? ''}
        onChange={(text) => onSearch({ text: text === '' ? undefined : text })}
        className="w-56 max-md:w-full"
      />
      {FILTERS.map((name) => (
        <Select
          key={name}
          aria-label={t(`group.${name}`)}
          value={search[name] ?? ''}
          onChange={(event) =>
            onSearch({ [name]: event.target.value === '' ? undefined : event.target.value })
          }
          className="w-44 max-md:w-[calc(50%-0.25rem)]"
        >
          <option value="">{t(`any.${name}`)}</option>
          {choices[name].map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
          {search[name] === 'none' ? <option value="none">{t(`without.${name}`)}</option> : null}
        </Select>
      ))}
      {isNarrowed ? (
        <Button
          variant="ghost"
          onClick={() =>
            onSearch({
              text: undefined,
              industry: undefined,
              provider: undefined,
              owner: undefined,
              stage: undefined,
            })
          }
        >
          {t('clear')}
        </Button>
      ) : null}
    </search>
  );
}
