import type { ConnectionSettings, ModelConnectionSetting } from '@tokenholic/contracts';
import { modelKindSchema } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { connectionsFromEnvironment, type ModelConnection } from '@workflow/llm-sdk';
import { asc } from 'drizzle-orm';
import { connections as table } from '../tables.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Row = typeof table.$inferSelect;

/** Another process may have changed the settings: each reads them again after this long. */
const FRESH_MILLISECONDS = 30_000;

export const secretOf = (connectionId: string) => `connections/${connectionId}`;

interface Known {
  at: number;
  models: ModelConnection[];
  searchKey: string | null;
  browserKey: string | null;
  shown: ConnectionSettings;
}

/**
 * The connections of this installation: those set in the settings first, then those of the environment. Keys are read from
 * the secrets when a connection is needed and never leave the server.
 */
export function createConnections(kit: Kit, environment: Environment) {
  let known: Promise<Known> | null = null;
  const current = async (): Promise<Known> => {
    const held = await known?.catch(() => null);
    if (held !== null && held !== undefined && kit.now().getTime() - held.at < FRESH_MILLISECONDS)
      return held;
    known = load(kit, environment);
    return known;
  };
  return {
    models: async (): Promise<readonly ModelConnection[]> => (await current()).models,
    /** Null when no search provider is connected. */
    searchKey: async () => (await current()).searchKey,
    /** Null when no browser service is connected. */
    browserKey: async () => (await current()).browserKey,
    shown: async (): Promise<ConnectionSettings> => (await current()).shown,
    /** After a change in this process. */
    forget: () => {
      known = null;
    },
  };
}

export type Connections = ReturnType<typeof createConnections>;

async function load(kit: Kit, environment: Environment): Promise<Known> {
  const rows = await kit.database.withSystem(({ db }) =>
    db.select().from(table).orderBy(asc(table.position)),
  );
  const keys = new Map<string, string>();
  for (const row of rows) {
    const key = await kit.secrets.get(row.organizationId, secretOf(row.id));
    if (key !== null) keys.set(row.id, key);
  }
  const usable = rows.filter((row) => keys.has(row.id));
  const models = [
    ...usable.filter((row) => row.purpose === 'model').map((row) => toModel(row, keys.get(row.id) ?? '')),
    ...connectionsFromEnvironment(environment),
  ];
  const only = (purpose: Row['purpose']) => usable.find((row) => row.purpose === purpose);
  const [search, browser] = [only('search'), only('browser')];
  const fromEnvironment = (name: string) => {
    const value = environment[name];
    return value === undefined || value === '' ? null : value;
  };
  const searchKey = keys.get(search?.id ?? '') ?? fromEnvironment('TOKENHOLIC_SEARCH_API_KEY');
  const browserKey = keys.get(browser?.id ?? '') ?? fromEnvironment('AGENTBAY_API_KEY');
  const settingIds = new Set(usable.map((row) => row.id));
  return {
    at: kit.now().getTime(),
    models,
    searchKey,
    browserKey,
    shown: {
      models: models.map((model) => toShown(model, settingIds.has(model.id))),
      search:
        searchKey === null
          ? null
          : { kind: 'tavily', from: search === undefined ? 'environment' : 'settings' },
      browser:
        browserKey === null
          ? null
          : { kind: 'agentbay', from: browser === undefined ? 'environment' : 'settings' },
    },
  };
}

function toModel({ id, kind, model, baseUrl, price }: Row, apiKey: string): ModelConnection {
  return {
    id,
    kind: modelKindSchema.parse(kind),
    model: model ?? '',
    apiKey,
    baseUrl,
    priceCnyPerMillion: price,
  };
}

function toShown(
  { id, kind, model, baseUrl, priceCnyPerMillion: price }: ModelConnection,
  set: boolean,
): ModelConnectionSetting {
  return { id, kind, model, baseUrl, price, from: set ? 'settings' : 'environment' };
}
