import { isSameCompany } from '../../../domain/gathering/company-names.ts';
import {
  type BoardAccount,
  boardsIn,
  GUESSED_BOARDS,
  likelyAccounts,
} from '../../../domain/gathering/profiles-linked.ts';
import { aiMentions } from '../../../domain/gathering/relevance.ts';
import type { ReadOutwardLinks } from '../outward-links.ts';
import { quietly } from '../quietly.ts';
import { type Source, type SourceContext, toFoundPage } from '../source.ts';
import { type BoardAddresses, byInterest, readBoard } from './boards.ts';
import type { Opening } from './opening.ts';

const OPENINGS = 12;
const LONGEST = 12_000;

/**
 * Openings on public job boards: what a company looks for tells what it runs. Boards its own site links are its own; an account
 * guessed from its name counts only when the board, or the opening itself, names the company.
 */
export function jobsSource(
  client: { name: string; website: string | null },
  links: ReadOutwardLinks,
  addresses: BoardAddresses,
): Source {
  return {
    id: 'jobs',
    kind: 'jobs',
    label: 'Greenhouse, Lever, Ashby, SmartRecruiters, Workable, Moka',
    read: async function* (context) {
      const linked = boardsIn((await quietly(() => links(context), context, [])).map(({ url }) => url));
      // A board without such an account, or one that refuses, is no failure of the rest.
      const openings: Opening[] = [];
      for (const account of linked)
        openings.push(...(await quietly(() => readBoard(account, addresses, context), context, [])));
      if (linked.length === 0) openings.push(...(await guessed(client, addresses, context)));
      const told = openings.filter(({ title, text }) => aiMentions(`${title}\n${text}`) > 0);
      const shown = byInterest(told, ({ title }) => title).slice(0, OPENINGS);
      for (const { title, url, text, date } of shown)
        yield toFoundPage({
          ...{ url, title, text: `# ${title}\n\n${text.slice(0, LONGEST)}` },
          ...{ publishedAt: date, sourceKind: 'jobs' as const },
        });
    },
  };
}

async function guessed(
  client: { name: string; website: string | null },
  addresses: BoardAddresses,
  context: SourceContext,
): Promise<Opening[]> {
  const site = client.website === null ? '' : new URL(client.website).hostname.replace(/^www\./, '');
  const isTheirs = ({ company, title, text }: Opening) =>
    company === null
      ? text.includes(client.name) || (site !== '' && `${title}\n${text}`.includes(site))
      : isSameCompany(company, client.name);
  const accounts: BoardAccount[] = likelyAccounts(client.name, client.website).flatMap((account) =>
    GUESSED_BOARDS.map((board) => ({ board, account })),
  );
  const read = await Promise.all(
    accounts.map((account) => quietly(() => readBoard(account, addresses, context), context, [])),
  );
  return read.flat().filter(isTheirs);
}
