/** Files of an organisation. Keys are chosen by the service: `materials/<id>`. */
export interface BlobStore {
  put(organizationId: string, key: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is none. */
  get(organizationId: string, key: string): Promise<Uint8Array | null>;
  remove(organizationId: string, key: string): Promise<void>;
}

const SAFE_KEY = /^[a-z0-9-]+(\/[a-z0-9.-]+)*$/i;

/** `organisation/key`, or an error when a part could climb out of its place. */
export function blobPath(organizationId: string, key: string): string {
  if (!SAFE_KEY.test(organizationId) || !SAFE_KEY.test(key) || key.includes('..'))
    throw new Error(`Unsafe blob key ${key}`);
  return `${organizationId}/${key}`;
}
