/** Files of an organisation. Keys are chosen by the service: `materials/<id>`. */
export interface BlobStore {
  put(organizationId: string, key: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is none. */
  get(organizationId: string, key: string): Promise<Uint8Array | null>;
  remove(organizationId: string, key: string): Promise<void>;
}
