import { z } from 'zod';
import { readJson } from '../read-json.ts';
import type { SourceContext } from '../source.ts';
import { day, type Opening, plain } from './opening.ts';

/** Moka publishes the openings of a company's career site without a key (its documentation, "Career website API": list of jobs). */
const openingsSchema = z.object({
  jobs: z.array(
    z.object({
      id: z.union([z.string(), z.number()]),
      title: z.string(),
      status: z.string().nullish(),
      description: z.string().nullish(),
      openedAt: z.string().nullish(),
      updatedAt: z.string().nullish(),
    }),
  ),
});
const MODES = ['social', 'campus'] as const;
const MOST = 100;

/** Open positions of an organisation, for the experienced and for graduates; the account is `organisation/site`. */
export async function readMoka(address: string, account: string, context: SourceContext): Promise<Opening[]> {
  const [organisation = '', site = ''] = account.split('/');
  const openings: Opening[] = [];
  for (const mode of MODES) {
    const query = new URLSearchParams({ mode, limit: String(MOST), offset: '0' });
    const path = `/api-platform/v1/jobs/${encodeURIComponent(organisation)}?${query}`;
    const { jobs } = await readJson(`${address}${path}`, context, openingsSchema, {}, { obeysRobots: true });
    for (const { id, title, status, description, openedAt, updatedAt } of jobs) {
      if (status !== null && status !== undefined && status !== 'open') continue;
      openings.push({
        title,
        url: `https://app.mokahr.com/${mode}-recruitment/${organisation}/${site}#/job/${encodeURIComponent(id)}`,
        text: plain(description ?? ''),
        date: day(updatedAt ?? openedAt),
        company: null,
      });
    }
  }
  return openings;
}
