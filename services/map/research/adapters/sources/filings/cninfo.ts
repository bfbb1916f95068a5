import { z } from 'zod';
import { isSameCompany, plainName } from '../../../domain/gathering/company-names.ts';
import { readJson } from '../read-json.ts';
import type { SourceContext } from '../source.ts';
import type { Report } from './report.ts';

export interface CninfoAddresses {
  site: string;
  files: string;
}

const companiesSchema = z.array(z.object({ code: z.string(), orgId: z.string(), zwjc: z.string() }));
const announcementsSchema = z.object({
  announcements: z
    .array(
      z.object({
        announcementTitle: z.string(),
        announcementTime: z.number(),
        adjunctUrl: z.string(),
        secName: z.string().nullish(),
      }),
    )
    .nullable(),
});
/** The report itself, not its summary, its English twin or a correction. */
const WHOLE_REPORT = /年度报告(?:全文)?(?:（更新后）)?$/;
const PARTIAL = /摘要|英文|取消|提示/;

/** The newest annual report of a company listed in Shenzhen or Shanghai, from the exchange's own disclosure site. */
export async function cninfoReports(
  name: string,
  addresses: CninfoAddresses,
  context: SourceContext,
): Promise<Report[]> {
  if (!/\p{Script=Han}/u.test(name)) return [];
  const companies = await readJson(
    `${addresses.site}/new/information/topSearch/query`,
    context,
    companiesSchema,
    {},
    { obeysRobots: true, form: { keyWord: plainName(name), maxNum: '10' } },
  );
  const company = companies.find(({ zwjc }) => isSameCompany(zwjc, name));
  if (company === undefined) return [];
  const { announcements } = await readJson(
    `${addresses.site}/new/hisAnnouncement/query`,
    context,
    announcementsSchema,
    {},
    {
      obeysRobots: true,
      form: {
        ...{ stock: `${company.code},${company.orgId}`, tabName: 'fulltext', category: 'category_ndbg_szsh' },
        ...{ pageNum: '1', pageSize: '30', column: company.code.startsWith('6') ? 'sse' : 'szse' },
      },
    },
  );
  const plain = (title: string) => title.replace(/<[^>]+>/g, '');
  return (announcements ?? [])
    .filter(({ announcementTitle: title }) => WHOLE_REPORT.test(plain(title)) && !PARTIAL.test(title))
    .sort((a, b) => b.announcementTime - a.announcementTime)
    .slice(0, 1)
    .map(({ announcementTitle, announcementTime, adjunctUrl }) => ({
      url: `${addresses.files}/${adjunctUrl}`,
      title: `${company.zwjc} ${plain(announcementTitle)}`,
      date: new Date(announcementTime).toISOString().slice(0, 10),
    }));
}
