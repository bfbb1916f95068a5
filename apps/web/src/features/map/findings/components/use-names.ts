import type { Finding } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { useProviders, useUseCases } from '../../battle-map/api/map';

export interface Names {
  purpose: (finding: Pick<Finding, 'useCaseId'>) => string;
  provider: (finding: Pick<Finding, 'providerId'>) => string;
  model: (finding: Pick<Finding, 'modelName'>) => string;
  describe: (finding: Finding) => string;
}

/** An id is no name: until the names are there nothing is called anything. */
const LOADING = '…';

/** What the ids of a finding are called. */
export function useNames(): Names {
  const { t } = useTranslation('findings');
  const local = useLocal();
  const useCases = useUseCases().data?.items;
  const providers = useProviders().data?.items;
  const purpose: Names['purpose'] = ({ useCaseId }) => {
    if (useCaseId === null) return t('unknown_use');
    if (useCases === undefined) return LOADING;
    const known = useCases.find(({ id }) => id === useCaseId);
    return known === undefined ? useCaseId : local(known.name);
  };
  const provider: Names['provider'] = ({ providerId }) => {
    if (providerId === null) return t('unknown_provider');
    if (providers === undefined) return LOADING;
    const known = providers.find(({ id }) => id === providerId);
    return known === undefined ? providerId : local(known.name);
  };
  const model: Names['model'] = ({ modelName }) => modelName ?? t('unknown_model');
  return {
    purpose,
    provider,
    model,
    describe: (finding) => `${purpose(finding)} ${provider(finding)} ${model(finding)}`,
  };
}
