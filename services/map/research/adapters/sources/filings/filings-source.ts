import { isSameSite } from '../../../domain/gathering/links.ts';
import { aiMentions, passagesAboutAi } from '../../../domain/gathering/relevance.ts';
import type { FoundPage } from '../../../jobs/agents.ts';
import type { ReadOutwardLinks, SiteLink } from '../outward-links.ts';
import { quietly } from '../quietly.ts';
import { type Source, type SourceContext, toFoundPage } from '../source.ts';
import { readWebPage } from '../web-page.ts';
import { type CninfoAddresses, cninfoReports } from './cninfo.ts';
import { type EdgarAddresses, edgarReports } from './edgar.ts';
import type { Report } from './report.ts';

export interface FilingAddresses {
  edgar: EdgarAddresses;
  cninfo: CninfoAddresses;
}

export const filingAddresses: FilingAddresses = {
  edgar: { files: 'https://www.sec.gov', data: 'https://data.sec.gov' },
  cninfo: { site: 'https://www.cninfo.com.cn', files: 'https://static.cninfo.com.cn' },
};

const REPORT_BYTES = 30_000_000;
const OWN_REPORTS = 2;
/** Of a report of hundreds of pages, what speaks of AI. */
const LONGEST = 60_000;

/** Annual reports: from the company's own investor pages, the SEC, and the disclosure site of China's exchanges. */
export function filingsSource(
  client: { name: string; website: string | null },
  links: ReadOutwardLinks,
  addresses: FilingAddresses,
): Source {
  return {
    id: 'filings',
    kind: 'filings',
    label: 'SEC EDGAR, cninfo',
    read: async function* (context) {
      const own = ownReports(await quietly(() => links(context), context, []), client.website);
      const places = [
        async () => own,
        () => edgarReports(client.name, addresses.edgar, context),
        () => cninfoReports(client.name, addresses.cninfo, context),
      ];
      let failure: unknown = null;
      let found = 0;
      for (const place of places) {
        let reports: Report[] = [];
        try {
          reports = await place();
        } catch (error) {
          if (context.signal.aborted) throw error;
          failure ??= error;
        }
        for (const report of reports) {
          const page = await quietly(() => readReport(report, context), context, null);
          if (page === null) continue;
          found += 1;
          yield page;
        }
      }
      // Nothing found, and a place that could not be asked: that is not the same as there being nothing.
      if (found === 0 && failure !== null) throw failure;
    },
  };
}

async function readReport(report: Report, context: SourceContext): Promise<FoundPage | null> {
  const { page } = await readWebPage(report.url, context, 'filings', { maximumBytes: REPORT_BYTES });
  if (aiMentions(page.text) === 0) return null;
  return toFoundPage({
    ...{ url: report.url, title: report.title || page.title, sourceKind: 'filings' },
    text: passagesAboutAi(page.text, LONGEST),
    publishedAt: report.date ?? page.publishedAt,
  });
}

const REPORT_LINK = /annual[-_ ]?report|年度报告|年报|10-?k|20-?f/i;

/** Reports on the company's own site, the newest by the year in their name first. */
export function ownReports(links: readonly SiteLink[], website: string | null): Report[] {
  if (website === null) return [];
  const year = ({ url, label }: SiteLink) =>
    Math.max(0, ...[...`${label} ${url}`.matchAll(/20\d\d/g)].map(([text]) => Number(text)));
  const unique = new Map(
    links
      .filter(({ url, label }) => /\.pdf(?:$|\?)/i.test(url) && REPORT_LINK.test(`${decoded(url)} ${label}`))
      .filter(({ url }) => isSameSite(url, website))
      .map((link) => [link.url, link]),
  );
  return [...unique.values()]
    .sort((a, b) => year(b) - year(a))
    .slice(0, OWN_REPORTS)
    .map(({ url, label }) => ({ url, title: label, date: null }));
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
