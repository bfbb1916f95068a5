import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reference } from '@tokenholic/reference';
import { z } from 'zod';
import { buildGazetteer } from '../../services/map/research/domain/analysis/index.ts';

const gazetteer = buildGazetteer(reference);
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
  links: { providerIds: (string | null)[]; models: string[] }[];
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

/**
 * The record lists providers and models in the same order. Where their numbers differ it leaves open whose is whose: each of
 * the fewer is one link, with any of the others. Names of services ("Azure OpenAI", "Copilot") are of no model.
 */
function linksOf(providerIds: readonly string[], named: readonly string[]): CompanyText['links'] {
  const models = (from: number, to: number) => named.slice(from, to).filter((name) => !isService(name));
  const all = models(0, named.length);
  if (providerIds.length === 0) return [{ providerIds: [null], models: all }];
  if (named.length === providerIds.length)
    return providerIds.map((id, at) => ({ providerIds: [id], models: models(at, at + 1) }));
  if (providerIds.length > all.length && all.length > 0)
    return all.map((model) => ({ providerIds: [...providerIds], models: [model] }));
  return providerIds.map((id) => ({ providerIds: [id], models: all }));
}

const wholeHits = (name: string) =>
  gazetteer.match(name).filter(({ start, end }) => start === 0 && end === name.length);

function isService(name: string): boolean {
  const hits = wholeHits(name);
  const isOf = (kind: string) => hits.some(({ entry }) => entry.kind === kind);
  return isOf('provider') && !isOf('model') && !isOf('house_model');
}

/** "豆包" and "Doubao" are names of one model. */
export function isOneModel(a: string | null, b: string): boolean {
  const keyOf = (name: string) => wholeHits(name).find(({ entry }) => entry.kind === 'model')?.entry.id;
  const key = keyOf(a ?? '');
  return key !== undefined && key === keyOf(b);
}
