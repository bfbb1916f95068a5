import type { ReviewedFinding } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Field, Input, Select } from '@/ui/field';
import { choicesOf, type Filter, NO_FILTER, STATES, stateOf } from '../model/select';
import type { Names } from './use-names';

interface FilterBarProps {
  items: readonly ReviewedFinding[];
  filter: Filter;
  names: Names;
  onFilter: (filter: Filter) => void;
}

/** Narrows the list: words, review, and what findings differ in. */
export function FilterBar({ items, filter, names, onFilter }: FilterBarProps) {
  const { t } = useTranslation('findings');
  const { t: shell } = useTranslation();
  const { kinds, providers, sources, levels } = choicesOf(items);
  const count = (state: Filter['state']) =>
    state === 'all' ? items.length : items.filter((item) => stateOf(item) === state).length;
  const change = (part: Partial<Filter>) => onFilter({ ...filter, ...part });
  const isNarrowed = [filter.kind, filter.providerId, filter.source, filter.confidence].some(
    (side) => side !== null,
  );
  return (
    <div className="grid gap-1">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2">
        <Field label={t('filter.search')} hideLabel>
          {(ids) => (
            <Input
              {...ids}
              type="search"
              placeholder={t('filter.search')}
              value={filter.search}
              onChange={(event) => change({ search: event.target.value })}
            />
          )}
        </Field>
        <Choice
          label={t('filter.state')}
          value={filter.state}
          options={STATES.map((state) => [state, `${t(`filter.${state}`)} ${count(state)}`])}
          onChoose={(state) => change({ state: state ?? 'all' })}
        />
      </div>
      <div className="grid grid-cols-2 gap-x-2">
        <Choice
          label={t('filter.kind')}
          any={t('filter.any_kind')}
          value={filter.kind}
          options={kinds.map((kind) => [kind, t(`kind.${kind}`)])}
          onChoose={(kind) => change({ kind })}
        />
        <Choice
          label={t('filter.provider')}
          any={t('filter.any_provider')}
          value={filter.providerId}
          options={providers.map((id) => [id, names.provider({ providerId: id })])}
          onChoose={(providerId) => change({ providerId })}
        />
        <Choice
          label={t('filter.source')}
          any={t('filter.any_source')}
          value={filter.source}
          options={sources.map((source) => [source, t(`source.${source}`)])}
          onChoose={(source) => change({ source })}
        />
        <Choice
          label={t('filter.confidence')}
          any={t('filter.any_confidence')}
          value={filter.confidence}
          options={levels.map((level) => [level, shell(`confidence.${level}`)])}
          onChoose={(confidence) => change({ confidence })}
        />
      </div>
      {isNarrowed ? (
        <Button
          size="small"
          variant="ghost"
          className="justify-self-start"
          onClick={() => onFilter({ ...NO_FILTER, state: filter.state, search: filter.search })}
        >
          {t('filter.clear')}
        </Button>
      ) : null}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  /** What leaving it open is called; absent: one must be chosen. */
  any?: string;
  value: T | null;
  options: readonly (readonly [T, string])[];
  onChoose: (value: T | null) => void;
}

function Choice<T extends string>({ label, any, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <Field label={label} hideLabel>
      {(ids) => (
        <Select
          {...ids}
          value={value ?? ''}
          onChange={(event) => onChoose(options.find(([id]) => id === event.target.value)?.[0] ?? null)}
        >
          {any === undefined ? null : <option value="">{any}</option>}
          {options.map(([id, text]) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
