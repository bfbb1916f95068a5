import { sealedColumns } from '@tokenholic/kit';
import { consents } from './tables.ts';

export const sealedConsents = sealedColumns(consents, {
  address: { lookUpBy: 'addressIndex' },
  proof: {},
});
