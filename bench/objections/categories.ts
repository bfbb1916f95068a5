import { readFileSync } from 'node:fs';
import { objectionCategorySchema } from '@tokenholic/contracts';
import { createEmbeddedEmbedder } from '@tokenholic/embeddings';
import { chosen, classify } from '@tokenholic/objections';
import { z } from 'zod';

// Macro-F1 of naming the kind of an objection without a model, on two sets that the training never sees. `everyday` was
// written last, as sellers hear it, and nothing was fitted to it: it is the figure to quote. `labelled` is older and more
// roundabout, and every second one of it was read while the phrases were written. Beside each: one word a category.

const setSchema = z.array(
  z.object({ language: z.enum(['zh', 'en']), text: z.string(), category: objectionCategorySchema }),
);
type Labelled = z.infer<typeof setSchema>;
const read = (name: string): Labelled =>
  setSchema.parse(JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')));
const WORDS: Record<string, RegExp> = {
  price: /价|钱|贵|price|cost/i,
  security: /安全|隐私|security|privacy/i,
  lock_in: /绑定|lock/i,
  timing: /明年|以后|later|next/i,
  competitor: /友商|competitor|already/i,
  quality: /效果|准|quality|accura/i,
  authority: /领导|老板|boss|approv/i,
  need: /不需要|need/i,
  migration: /迁移|migrat/i,
};
const naive = (text: string) => Object.keys(WORDS).find((category) => WORDS[category]?.test(text)) ?? null;

function macroF1(items: Labelled, guesses: readonly (string | null)[]): number {
  const scores = objectionCategorySchema.options.map((category) => {
    const right = items.filter((item, at) => item.category === category && guesses[at] === category).length;
    const said = guesses.filter((guess) => guess === category).length;
    const meant = items.filter((item) => item.category === category).length;
    return right === 0 ? 0 : (2 * right) / (said + meant);
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

const embedder = createEmbeddedEmbedder();
for (const name of ['everyday', 'labelled']) {
  for (const language of ['zh', 'en'] as const) {
    const items = read(name).filter((item) => item.language === language);
    const vectors = await embedder.embed(
      items.map(({ text }) => text),
      'query',
    );
    const whole = items.map(({ text }, at) => chosen(classify(text, vectors[at] ?? null)));
    const plain = items.map(({ text }) => chosen(classify(text, null)));
    const figure = (guesses: readonly (string | null)[]) => macroF1(items, guesses).toFixed(3);
    process.stdout.write(
      `${name} ${language}: ${items.length} objections, macro-F1 ${figure(whole)}; without meaning ${figure(plain)}; one word each ${figure(items.map(({ text }) => naive(text)))}\n`,
    );
  }
}
await embedder.close();
