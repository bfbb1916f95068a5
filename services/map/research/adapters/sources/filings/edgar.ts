import { z } from 'zod';
import { isSameCompany } from '../../../domain/gathering/company-names.ts';
import { readJson } from '../read-json.ts';
import type { SourceContext } from '../source.ts';
import type { Report } from './report.ts';

export interface EdgarAddresses {
  files: string;
  data: string;
}

const companiesSchema = z.record(z.string(), z.object({ cik_str: z.number(), title: z.string() }));
const submissionsSchema = z.object({
  filings: z.object({
    recent: z.object({
      form: z.array(z.string()),
      accessionNumber: z.array(z.string()),
      primaryDocument: z.array(z.string()),
      filingDate: z.array(z.string()),
    }),
  }),
});
/** Annual reports of companies in the United States, and of foreign ones listed there. */
const ANNUAL = ['10-K', '20-F', '40-F'];
const COMPANIES_BYTES = 12_000_000;

/** The newest annual report a company filed with the SEC; none when it is not listed there under this name. */
export async function edgarReports(
  name: string,
  addresses: EdgarAddresses,
  context: SourceContext,
): Promise<Report[]> {
  // The list and the filings are there to be asked; the SEC asks for ten requests a second at most, we make one.
  const companies = await readJson(
    `${addresses.files}/files/company_tickers.json`,
    context,
    companiesSchema,
    {},
    { maximumBytes: COMPANIES_BYTES },
  );
  const company = Object.values(companies).find(({ title }) => isSameCompany(title, name));
  if (company === undefined) return [];
  const cik = String(company.cik_str);
  const { recent } = (
    await readJson(
      `${addresses.data}/submissions/CIK${cik.padStart(10, '0')}.json`,
      context,
      submissionsSchema,
      {},
      { maximumBytes: COMPANIES_BYTES },
    )
  ).filings;
  const at = recent.form.findIndex((form) => ANNUAL.includes(form));
  const [accession, document] = [recent.accessionNumber[at], recent.primaryDocument[at]];
  if (accession === undefined || document === undefined) return [];
  return [
    {
      url: `${addresses.files}/Archives/edgar/data/${cik}/${accession.replaceAll('-', '')}/${document}`,
      title: `${company.title} ${recent.form[at]}`,
      date: recent.filingDate[at] ?? null,
    },
  ];
}
