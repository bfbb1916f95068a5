import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reference } from '@tokenholic/reference';
import { z } from 'zod';
import { buildGazetteer, conclude, readPage } from '../services/map/research/domain/analysis/index.ts';

// What the rules find in the evidence text of companies on public record, beside a naive look for names. The labels of the
// record (ids of use cases and providers) are never part of the text.

const schema = z.array(
  z.object({
    name_en: z.string(),
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
const out = (text: string) => process.stdout.write(`${text}\n`);
const path = join(import.meta.dirname, '../../shared/facts/companies.json');
if (!existsSync(path)) {
  out('extraction: the labelled companies are not here; nothing was measured');
  process.exit(0);
}
const companies = schema.parse(JSON.parse(readFileSync(path, 'utf8')));
const gazetteer = buildGazetteer(reference);
const engine = { via: 'rules' as const, model: null, reason: 'benchmark' };

interface Count {
  right: number;
  found: number;
  wanted: number;
}

const empty = (): Count => ({ right: 0, found: 0, wanted: 0 });
function count(into: Count, found: readonly string[], wanted: readonly string[]): void {
  const [a, b] = [new Set(found), new Set(wanted)];
  into.right += [...a].filter((item) => b.has(item)).length;
  into.found += a.size;
  into.wanted += b.size;
}
const show = ({ right, found, wanted }: Count) =>
  `recall ${(right / wanted).toFixed(3)} precision ${(right / Math.max(1, found)).toFixed(3)}`;

for (const withModels of [true, false]) {
  const [providers, uses, naive] = [empty(), empty(), empty()];
  for (const { name_en: name, workloads } of companies) {
    for (const {
      use_case_id: useCase,
      provider_ids: wanted,
      models,
      evidence_paraphrase: statement,
      source_title: title,
    } of workloads) {
      const named = withModels && models.length > 0 ? ` It uses ${models.join(', ')}.` : '';
      const text = `${name}. ${title}. ${statement}.${named}`;
      const page = {
        id: '01970000-0000-7000-8000-000000000001',
        title,
        text,
        url: null,
        sourceKind: 'news' as const,
        date: null,
      };
      const findings = conclude([readPage(page, gazetteer)], engine).findings;
      const foundProviders = findings.flatMap((finding) =>
        finding.providerId === null ? [] : [finding.providerId],
      );
      const foundUses = findings.flatMap((finding) =>
        finding.useCaseId === null ? [] : [finding.useCaseId],
      );
      count(providers, foundProviders, wanted);
      count(uses, foundUses, [useCase]);
      count(
        naive,
        reference.providers
          .filter((provider) => provider.aliases.some((alias) => text.includes(alias)))
          .map((provider) => provider.id),
        wanted,
      );
      if (process.argv.includes('--verbose'))
        out(`${useCase} ${wanted} | ${[...new Set(foundUses)]} ${[...new Set(foundProviders)]} | ${text}`);
    }
  }
  out(
    `extraction (${withModels ? 'models named' : 'statement alone'}): providers ${show(providers)} (names alone: ${show(naive)}); use cases ${show(uses)}`,
  );
}
