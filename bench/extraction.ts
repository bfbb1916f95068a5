import type { SourceKind } from '@tokenholic/contracts';
import { reference } from '@tokenholic/reference';
import { buildGazetteer, conclude, readPage } from '../services/map/research/domain/analysis/index.ts';
import { type Calibration, createCalibration } from './extraction/calibration.ts';
import { companyTexts } from './extraction/companies.ts';
import { developmentSets, heldOutSets, type LabelledSet } from './extraction/labelled.ts';
import { measureCompanies } from './extraction/measure-companies.ts';
import { measureLabelled } from './extraction/measure-labelled.ts';
import { learnReadings, type ReadByRules } from './extraction/readings.ts';

// What the product finds in texts with known answers, beside a naive look for names in the same run: the evidence of companies
// on public record (where it is at hand), and passages written for this with traps. `--verbose` prints each text's answers,
// `--held-out` adds the passages that nobody may tune to: of these only sums are printed. `--rules` leaves the learnt reader
// aside, `--words` meaning too.

const print = (line: string) => process.stdout.write(`${line}\n`);
const explain = process.argv.includes('--verbose') ? print : () => undefined;
const gazetteer = buildGazetteer(reference);
const engine = { via: 'rules' as const, model: null, reason: 'benchmark' };

const sets = [...developmentSets(), ...(process.argv.includes('--held-out') ? heldOutSets() : [])];
const texts = [
  ...sets.flatMap(({ passages }) => passages.map(({ text, client }) => ({ text, client: [client] }))),
  ...[true, false].flatMap((withModels) =>
    (companyTexts(withModels) ?? []).map(({ text, client }) => ({
      text,
      client: [client.name, ...client.aliases],
    })),
  ),
];
const byWords: ReadByRules = (page) => readPage(page, gazetteer);

async function chooseReading(): Promise<ReadByRules> {
  if (process.argv.includes('--words')) return byWords;
  const readings = await learnReadings(texts, gazetteer, print);
  return process.argv.includes('--rules') ? readings.rules : readings.whole;
}

const readText = await chooseReading();

function read(text: string, title: string, client: readonly string[], sourceKind: SourceKind) {
  const id = '01970000-0000-7000-8000-000000000001';
  const page = { id, title, text, url: null, sourceKind, date: null };
  return conclude([readText(page, client)], engine).findings;
}

for (const withModels of [true, false])
  measureCompanies(
    withModels,
    ({ text, title, client }) => read(text, title, [client.name, ...client.aliases], 'news'),
    print,
    explain,
  );
function measure({ name, passages }: LabelledSet, tell: (line: string) => void, into: Calibration): void {
  for (const language of ['zh', 'en'] as const)
    measureLabelled(
      `${language}, ${name}`,
      passages.filter((passage) => passage.language === language),
      ({ text, client }) => read(text, client, [client], 'website'),
      print,
      tell,
      into,
    );
}

function measureAll(sets: readonly LabelledSet[], tell: (line: string) => void, name: string): void {
  const calibration = createCalibration();
  for (const set of sets) measure(set, tell, calibration);
  print(`confidence as stated and as measured, ${name}`);
  calibration.print(print);
}

measureAll(developmentSets(), explain, 'passages to develop by');
if (process.argv.includes('--held-out')) measureAll(heldOutSets(), () => undefined, 'held out');
