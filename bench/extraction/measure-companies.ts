import type { Finding } from '@tokenholic/contracts';
import { readNaively } from './baseline.ts';
import { type CompanyText, companyTexts, isOneModel } from './companies.ts';
import { sameModel } from './measure-labelled.ts';
import { addTo, emptyCount, present, show } from './score.ts';

/** Providers and use cases found in the evidence of companies on public record. */
export function measureCompanies(
  withModels: boolean,
  read: (text: CompanyText) => readonly Finding[],
  print: (line: string) => void,
  explain: (line: string) => void,
): void {
  const texts = companyTexts(withModels);
  if (texts === null) {
    print('companies on public record: not at hand, nothing measured');
    return;
  }
  const ours = { providers: emptyCount(), uses: emptyCount(), links: emptyCount() };
  const naive = { providers: emptyCount(), uses: emptyCount() };
  for (const item of texts) {
    const findings = read(item);
    const providers = present(findings.map((finding) => finding.providerId));
    const uses = present(findings.map((finding) => finding.useCaseId));
    const plain = readNaively(item.text);
    addTo(ours.providers, providers, item.providerIds);
    addTo(ours.uses, uses, [item.useCaseId]);
    addTo(
      ours.links,
      // A finding without a use links nothing yet.
      findings.flatMap((finding) => (finding.useCaseId === null ? [] : asRecorded(finding, item))),
      item.links.map((_, at) => `${item.useCaseId}|${at}`),
    );
    addTo(naive.providers, plain.providers, item.providerIds);
    addTo(naive.uses, plain.useCases, [item.useCaseId]);
    const right = uses.includes(item.useCaseId) && item.providerIds.every((id) => providers.includes(id));
    explain(
      `${right ? ' ' : '!'} ${item.useCaseId} ${item.providerIds} | found ${[...new Set(uses)]} ${[...new Set(providers)]} | ${findings.map((finding) => asRecorded(finding, item)).join(' ; ')} | ${item.text}`,
    );
  }
  print(`companies on public record, ${withModels ? 'models named' : 'statement alone'}`);
  print(`  providers ${show(ours.providers)} (names alone: ${show(naive.providers)})`);
  print(`  use case, provider and model linked ${show(ours.links)}`);
  print(`  use cases ${show(ours.uses)} (keywords alone: ${show(naive.uses)})`);
}

/** A finding as the link of the record that it agrees with, or as itself. */
function asRecorded({ useCaseId, providerId, modelName }: Finding, { links }: CompanyText): string {
  const at = links.findIndex(
    (link) =>
      link.providerIds.includes(providerId) &&
      (link.models.length === 0 ||
        link.models.some((model) => sameModel(modelName, model) || isOneModel(modelName, model))),
  );
  return at < 0 ? `${useCaseId}|${providerId}|${modelName}` : `${useCaseId}|${at}`;
}
