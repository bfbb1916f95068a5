import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Select } from '@/ui/field';
import { useDealTable } from '../api/deals';

interface DealPickerProps {
  label: string;
  /** Stand first. */
  candidates: readonly { id: string; title: string }[];
  onChoose: (dealId: string) => void;
}

/** Chooses one of the deals: those that are likely, then the ones last spoken about. */
export function DealPicker({ label, candidates, onChoose }: DealPickerProps) {
  const { t } = useTranslation('deals');
  const [dealId, setDealId] = useState(candidates[0]?.id ?? '');
  const recent = useDealTable({ order: 'activity' });
  const others = (recent.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ id }) => !candidates.some((one) => one.id === id));
  return (
    <>
      <Select
        aria-label={label}
        value={dealId}
        onChange={({ target }) => setDealId(target.value)}
        className="w-auto max-w-80 min-w-0"
      >
        <option value="">{t('field.choose')}</option>
        {candidates.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        {others.map(({ id, title, clientName }) => (
          <option key={id} value={id}>
            {clientName} · {title}
          </option>
        ))}
      </Select>
      <Button disabled={dealId === ''} onClick={() => onChoose(dealId)}>
        {t('mails.file')}
      </Button>
    </>
  );
}
