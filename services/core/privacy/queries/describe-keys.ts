import type { KeySurvey } from '@tokenholic/contracts';
import { type Kit, surveyKeys } from '@tokenholic/kit';
import { sql } from 'drizzle-orm';
import type { PrivacyPorts } from '../ports.ts';

interface RootRow extends Record<string, unknown> {
  version: number;
  keeper: string;
  created_at: Date | string;
  wraps: number;
}

/** Who keeps the key of keys, which columns are sealed, and how far the sealing is. Never a key. */
export async function describeKeys(kit: Kit, ports: PrivacyPorts): Promise<KeySurvey> {
  const tables = ports.sealedTables();
  const survey = await surveyKeys({ database: kit.database, tables });
  const all = await ports.listOrganizations();
  const swept = new Set(survey.filter(({ isSwept }) => isSwept).map(({ organizationId }) => organizationId));
  const { rows } = await kit.database.withSystem(({ db }) =>
    db.execute<RootRow>(sql`select r.version, r.keeper, r.created_at,
      (select count(*)::int from kit.data_keys d where d.root_version = r.version) as wraps
      from kit.root_keys r order by r.version desc`),
  );
  return {
    columns: tables.flatMap(({ name, columns }) =>
      columns.map(({ column, index }) => ({ table: name, column, lookUp: index !== null })),
    ),
    roots: rows.map(({ version, keeper, created_at, wraps }) => ({
      ...{ version, keeper, wraps },
      createdAt: new Date(created_at).toISOString(),
    })),
    organizations: all.length,
    sealed: all.filter((id) => swept.has(id)).length,
    rotating: survey.filter(({ versions }) => versions > 1).length,
  };
}
