/** Owner of the curated base: no client and no vendor. Everybody may read along; only the product itself writes. */
export const BASE_ORGANIZATION = '01970000-0000-7000-8000-00000000ba5e';
export const BASE_COLLECTION = '01970000-0000-7000-8000-00000000ba5f';

/** Organisations whose knowledge one reads. */
export type Readable = readonly string[];

/** Own knowledge, and the base that all share. */
export const readableBy = (...organizationIds: readonly string[]): Readable => [
  ...organizationIds,
  BASE_ORGANIZATION,
];
