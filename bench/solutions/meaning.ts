import { createEmbeddedEmbedder } from '@tokenholic/embeddings';
import { openSolutionsStage } from '../../apps/server/src/testing/solutions-stage.ts';
import { BASE_COLLECTION, BASE_ORGANIZATION } from '../../services/build/knowledge/domain/base.ts';
import { labelledQuestions } from '../knowledge/labelled-questions.ts';

// Whether answers get better when questions are looked up by meaning beside words: the same labelled questions through the whole
// of solutions, first by words alone, then by both, with the embedded model.

const say = (text: string) => process.stdout.write(`${text}\n`);
const embedder = createEmbeddedEmbedder();
const stage = await openSolutionsStage(undefined, {
  embedder: async () => embedder,
  reranker: async () => null,
});
await stage.embed(BASE_ORGANIZATION, BASE_COLLECTION);

const middle = (times: readonly number[], share: number) =>
  [...times].sort((first, second) => first - second)[Math.floor(times.length * share)] ?? 0;

for (const by of ['words', 'all'] as const) {
  stage.sources.ask = (vendor, question, limit, wanted) =>
    stage.doors.ask(vendor, question, limit, by === 'words' ? 'words' : wanted);
  for (const language of ['zh', 'en'] as const) {
    const times: number[] = [];
    const cpu: number[] = [];
    const ask = async (question: string) => {
      const started = performance.now();
      const used = process.cpuUsage();
      const content = await stage.ask(question);
      times.push(performance.now() - started);
      const { user, system } = process.cpuUsage(used);
      cpu.push((user + system) / 1_000);
      return content;
    };
    let right = 0;
    let silent = 0;
    for (const { says, ...question } of labelledQuestions.known) {
      const { summary } = await ask(question[language]);
      const text = summary.map((sentence) => sentence.text[language]).join('\n');
      if (says.some((words) => text.includes(words))) right += 1;
      if (summary.every(({ standing }) => standing === 'unknown')) silent += 1;
    }
    let wrong = 0;
    for (const question of labelledQuestions.unknown) {
      const { summary } = await ask(question[language]);
      if (summary.some(({ standing }) => standing === 'cited')) wrong += 1;
    }
    const { known, unknown } = labelledQuestions;
    say(
      `${by === 'words' ? 'words alone' : 'and meaning'} ${language}: right ${right} of ${known.length}, not known ${silent}; of ${unknown.length} about something else ${wrong} cited something; middle ${middle(times, 0.5).toFixed(0)} ms, p95 ${middle(times, 0.95).toFixed(0)} ms, CPU middle ${middle(cpu, 0.5).toFixed(0)} ms`,
    );
  }
}
await stage.close();
await embedder.close();
