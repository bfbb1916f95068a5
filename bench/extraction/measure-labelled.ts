import type { Finding } from '@tokenholic/contracts';
import { readNaively } from './baseline.ts';
import type { Calibration } from './calibration.ts';
import type { LabelledPassage } from './labelled.ts';
import { addTo, emptyCount, present, show } from './score.ts';

interface Linked {
  useCaseId: string | null;
  providerId: string | null;
  standing: string;
}

const link = ({ useCaseId, providerId, standing }: Linked) => `${useCaseId}|${providerId}|${standing}`;
const STANDINGS = ['current', 'ended', 'planned', 'speculated', 'compared'] as const;
const plain = (name: string | null) => (name ?? '').toLowerCase().replace(/[\s_-]+/g, '');

/** "豆包 Seedance 2.0" is what a text calls "Seedance 2.0". */
export function sameModel(found: string | null, wanted: string | null): boolean {
  if (wanted === null) return true;
  const [a, b] = [plain(found), plain(wanted)];
  return a !== '' && (a.includes(b) || b.includes(a));
}

/** A finding in the words of the answer it matches, so that the two compare as equal. */
function asAnswered(finding: Finding, { expected }: LabelledPassage): string {
  const same = expected.find(
    (wanted) => link(wanted) === link(finding) && sameModel(finding.modelName, wanted.model),
  );
  return `${link(finding)}|${same === undefined ? finding.modelName : same.model}`;
}

/** Whether a finding is an answer of its passage, with use, provider, standing and model. */
export const isRight = (finding: Finding, passage: LabelledPassage): boolean =>
  passage.expected.some((item) => `${link(item)}|${item.model}` === asAnswered(finding, passage));

/** Providers, use cases, links with standing, and whole answers with the model, on passages with known answers. */
export function measureLabelled(
  name: string,
  passages: readonly LabelledPassage[],
  read: (passage: LabelledPassage) => readonly Finding[],
  print: (line: string) => void,
  explain: (line: string) => void,
  calibration: Calibration,
): void {
  const counts = {
    ...{ providers: emptyCount(), uses: emptyCount(), links: emptyCount(), answers: emptyCount() },
    naive: emptyCount(),
    standings: {
      ...{ current: emptyCount(), ended: emptyCount(), planned: emptyCount() },
      ...{ speculated: emptyCount(), compared: emptyCount() },
    },
  };
  for (const passage of passages) {
    const { expected } = passage;
    const findings = read(passage);
    const found = [...new Set(findings.map((finding) => asAnswered(finding, passage)))];
    const wanted = expected.map((item) => `${link(item)}|${item.model}`);
    for (const finding of findings) calibration.add(finding.confidence.score, isRight(finding, passage));
    const providersWanted = present(expected.map((item) => item.providerId));
    addTo(counts.providers, present(findings.map((item) => item.providerId)), providersWanted);
    addTo(
      counts.uses,
      present(findings.map((item) => item.useCaseId)),
      expected.map((item) => item.useCaseId),
    );
    addTo(counts.links, findings.map(link), expected.map(link));
    addTo(counts.answers, found, wanted);
    for (const standing of STANDINGS)
      addTo(
        counts.standings[standing],
        findings.filter((item) => item.standing === standing).map(link),
        expected.filter((item) => item.standing === standing).map(link),
      );
    addTo(counts.naive, readNaively(passage.text).links, expected.map(link));
    const missing = wanted.filter((item) => !found.includes(item));
    const wrong = found.filter((item) => !wanted.includes(item));
    if (missing.length + wrong.length > 0)
      explain(
        `! ${passage.id} missing [${missing.join(' ; ')}] wrong [${wrong.join(' ; ')}] ${passage.text}`,
      );
  }
  print(`${passages.length} labelled passages, ${name}`);
  print(`  providers ${show(counts.providers)}`);
  print(`  use cases ${show(counts.uses)}`);
  print(
    `  use, provider and standing ${show(counts.links)} (every name with every keyword: ${show(counts.naive)})`,
  );
  print(`  the same with the model ${show(counts.answers)}`);
  for (const standing of STANDINGS)
    if (counts.standings[standing].wanted > 0) print(`    ${standing}: ${show(counts.standings[standing])}`);
}
