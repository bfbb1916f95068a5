import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.array(
  z.object({
    name_en: z.string(),
    name_zh: z.string(),
    workloads: z.array(
      z.object({
        use_case_id: z.string(),
        provider_ids: z.array(z.string()),
        models: z.array(z.string()),
        evidence_paraphrase: z.string(),
        source_title: z.string(),
      }),
    ),
  }),
);

export interface CompanyText {
  client: { name: string; aliases: string[] };
  title: string;
  text: string;
  useCaseId: string;
  providerIds: string[];
  /** Who serves which model of this use; several where the record leaves open which of them is whose. */
  links: { providerId: string | null; models: string[] }[];
}

/**
 * The evidence text of companies on public record, null where the record is not at hand. A text is made of the company's
 * name, the source's title, what it reports and, if wanted, the models it names; the labels are never part of it.
 */
export function companyTexts(withModels: boolean): CompanyText[] | null {
  const path = join(import.meta.dirname, '../../../shared/facts/companies.json');
  if (!existsSync(path)) return null;
  return schema.parse(JSON.parse(readFileSync(path, 'utf8'))).flatMap((company) =>
    company.workloads.map((workload) => {
      const { models, source_title: title, evidence_paraphrase: statement } = workload;
      const named = withModels && models.length > 0 ? ` Models used: ${models.join(', ')}.` : '';
      return {
        client: { name: company.name_en, aliases: [company.name_zh] },
        title,
        text: `${company.name_en}. ${title}. ${statement}.${named}`,
        useCaseId: workload.use_case_id,
        providerIds: workload.provider_ids,
        links: linksOf(workload.provider_ids, withModels ? models : []),
      };
    }),
  );
}

/** The record lists providers and models in the same order; where their numbers differ, any of the models may be anyone's. */
function linksOf(providerIds: readonly string[], models: readonly string[]): CompanyText['links'] {
  if (providerIds.length === 0) return [{ providerId: null, models: [...models] }];
  return providerIds.map((providerId, at) => {
    const own = models[at];
    return { providerId, models: own !== undefined && models.length === providerIds.length ? [own] : [...models] };
  });
}
