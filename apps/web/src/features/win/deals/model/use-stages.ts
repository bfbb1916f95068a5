import type { CustomField, DealStage } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { useDealSettings } from '../api/settings';
import { openStages } from './stages';

/** Stages as the organisation calls and orders them; until they are there, as the product does. */
export function useStages() {
  const { t } = useTranslation('deals');
  const local = useLocal();
  const stages = useDealSettings().data?.stages;
  const open: readonly DealStage[] =
    stages === undefined ? openStages : stages.filter(({ used }) => used).map(({ stage }) => stage);
  return {
    open,
    all: [...open, 'won', 'lost'] as readonly DealStage[],
    nameOf: (stage: string) => {
      const name = stages?.find((one) => one.stage === stage)?.name;
      return name === undefined ? t(`stage.${stage}`) : local(name);
    },
    rottingDaysOf: (stage: DealStage) => stages?.find((one) => one.stage === stage)?.rottingDays ?? 14,
  };
}

/** Fields of the organisation's own that forms ask for. */
export function useFields(of: CustomField['of']): CustomField[] {
  const fields = useDealSettings().data?.fields ?? [];
  return fields.filter((field) => field.of === of && !field.retired);
}
