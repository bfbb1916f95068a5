export { createAlibabaKms } from './alibaba-kms.ts';
export { createAwsKms, type KmsSettings } from './aws-kms.ts';
export { INSTALLATION, type TenantReader } from './data-keys.ts';
export { handOverKeys } from './hand-over-keys.ts';
export { createFileKeyManagement, createLocalKeyManagement, type KeyManagement } from './key-management.ts';
export { acrossIndexes, remakeIndexes } from './remake-indexes.ts';
export type { Resealing } from './reseal.ts';
export {
  dropOldDataKeys,
  OLD_KEYS_KEPT_MS,
  rewrapDataKeys,
  rotateDataKey,
  rotateRootKey,
  surveyKeys,
  sweepOrganization,
} from './rotate.ts';
export { dropOldInstallationKeys, type ResealOwn, rotateInstallationKey } from './rotate-installation.ts';
export { type SealedTable, sealedColumns } from './sealed-columns.ts';
export { createVault, openRow, type Vault } from './vault.ts';
