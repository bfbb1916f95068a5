import { Readable } from 'node:stream';
import type { AuditFilter } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { csvHead, csvLine } from '../domain/audit-lines.ts';
import { readAudit } from './read-audit.ts';
import { verifyAudit } from './verify-audit.ts';

const BATCH = 500;

/** A trail as a file, newest first and batch by batch: no transaction stays open while it is sent. */
export function exportAudit(
  kit: Kit,
  organizationId: string,
  home: string,
  { format, ...filter }: AuditFilter & { format: 'csv' | 'json' },
): Readable {
  const entries = async function* () {
    for (let cursor: string | undefined; ; ) {
      const page = await readAudit(kit, organizationId, { ...filter, cursor, limit: BATCH }, home);
      yield page.items;
      if (page.nextCursor === null) return;
      cursor = page.nextCursor;
    }
  };
  const csv = async function* () {
    yield csvHead;
    for await (const items of entries()) yield items.map(csvLine).join('');
  };
  const json = async function* () {
    const verification = await verifyAudit(kit, organizationId);
    yield `{"organizationId":${JSON.stringify(organizationId)},"exportedAt":${JSON.stringify(kit.now().toISOString())},"chain":${JSON.stringify(verification)},"filter":${JSON.stringify(filter)},"entries":[`;
    let first = true;
    for await (const items of entries())
      for (const item of items) {
        yield `${first ? '' : ','}\n${JSON.stringify(item)}`;
        first = false;
      }
    yield '\n]}\n';
  };
  return Readable.from(format === 'csv' ? csv() : json());
}
