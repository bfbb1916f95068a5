import type { AuditFilter } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { useAuditNames } from '@/i18n/audit-names';
import { Field, Input, Select } from '@/ui/field';
import { type Trail, useChoices } from '../api/audit';

interface FilterBarProps {
  trail: Trail;
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
}

/** Narrows a trail to words, a person, a kind of action and days. */
export function FilterBar({ trail, filter, onChange }: FilterBarProps) {
  const { t } = useTranslation('audit');
  const local = useLocal();
  const names = useAuditNames();
  const choices = useChoices(trail);
  const set = (change: Partial<AuditFilter>) => onChange({ ...filter, ...change });
  const kinds = [...new Set((choices.data?.actions ?? []).map((action) => `${action.split('.')[0]}.`))];
  return (
    <search className="grid gap-x-3 gap-y-1 md:grid-cols-[2fr_1fr_1fr_auto_auto]">
      <Field label={t('search')}>
        {(ids) => (
          <Input
            {...ids}
            type="search"
            maxLength={120}
            value={filter.search}
            onChange={({ target }) => set({ search: target.value })}
          />
        )}
      </Field>
      <Field label={t('actor')}>
        {(ids) => (
          <Select {...ids} value={filter.actor} onChange={({ target }) => set({ actor: target.value })}>
            <option value="">{t('everybody')}</option>
            {(choices.data?.actors ?? []).map(({ id, name }) => (
              <option key={id} value={id}>
                {name === null ? (id === 'system' ? t('system') : id) : local(name)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('action')}>
        {(ids) => (
          <Select {...ids} value={filter.action} onChange={({ target }) => set({ action: target.value })}>
            <option value="">{t('every_action')}</option>
            {kinds.map((kind) => (
              <optgroup key={kind} label={names.topic(kind.slice(0, -1))}>
                <option value={kind}>{t('all_of', { kind: names.topic(kind.slice(0, -1)) })}</option>
                {(choices.data?.actions ?? [])
                  .filter((action) => action.startsWith(kind))
                  .map((action) => (
                    <option key={action} value={action}>
                      {names.action(action)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('from')}>
        {(ids) => (
          <Input
            {...ids}
            type="date"
            max={filter.to || undefined}
            value={filter.from}
            onChange={({ target }) => set({ from: target.value })}
          />
        )}
      </Field>
      <Field label={t('to')}>
        {(ids) => (
          <Input
            {...ids}
            type="date"
            min={filter.from || undefined}
            value={filter.to}
            onChange={({ target }) => set({ to: target.value })}
          />
        )}
      </Field>
    </search>
  );
}
