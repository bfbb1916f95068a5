/** Keys and passwords, apart from ordinary data and never in logs or answers. */
export interface SecretStore {
  get(organizationId: string, name: string): Promise<string | null>;
  set(organizationId: string, name: string, value: string): Promise<void>;
  remove(organizationId: string, name: string): Promise<void>;
}

export interface NamedSecret {
  organizationId: string;
  name: string;
  value: string;
}
