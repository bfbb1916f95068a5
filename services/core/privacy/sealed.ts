import { sealedColumns } from '@tokenholic/kit';
import { consents, receipts } from './tables.ts';

export const sealedConsents = sealedColumns(consents, {
  address: { lookUpBy: 'addressIndex' },
  proof: {},
});

/** Until an erasure has settled it must be known whom to look for once more. */
export const sealedReceipts = sealedColumns(receipts, { pending: {} });
