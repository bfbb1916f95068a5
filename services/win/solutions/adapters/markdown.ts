import type { Language, LocalizedText, Solution, SolutionSentence } from '@tokenholic/contracts';
import { yuan } from '../domain/parts/cost.ts';
import { words } from './export-words.ts';

/** Characters that Markdown or HTML would read as something else. */
const plain = (text: string) =>
  text.replace(/[\\`*_[\]<>#|]/g, (character) => `\\${character}`).replace(/\n/g, ' ');

/** A solution as Markdown with numbered sources. */
export function toMarkdown({ title, version }: Solution, language: Language): string {
  const { content } = version;
  const word = words[language];
  const local = (text: LocalizedText) => plain(text[language]);
  const sentence = ({ text, standing, citations }: SolutionSentence) => {
    const marks = citations.map((id) => `[${id.slice(1)}]`).join('');
    return `${local(text)}${marks === '' ? '' : ` ${marks}`}${standing === 'assumption' ? ` (${word.assumption})` : ''}`;
  };
  const list = (sentences: readonly SolutionSentence[]) => sentences.map((one) => `- ${sentence(one)}`);
  const parts = (items: readonly { name: LocalizedText; sentences: readonly SolutionSentence[] }[]) =>
    items.flatMap(({ name, sentences }) => [`### ${local(name)}`, '', ...list(sentences), '']);
  const section = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`## ${heading}`, '', ...lines, ''];
  const amount = (cny: number | null) => (cny === null ? word.unknown : yuan(cny));
  const rows = content.cost.rows.map(
    ({ useCase, current, ours, currentCny, oursCny }) =>
      `| ${local(useCase)} | ${local(current)} | ${amount(currentCny)} | ${plain(ours)} | ${amount(oursCny)} |`,
  );
  const table =
    rows.length === 0 ? [] : [`| ${word.columns.join(' | ')} |`, '|---|---|---|---|---|', ...rows, ''];
  const sources = content.citations.map(
    ({ id, title: source, heading, page, quote, origin, asOf }) =>
      `${id.slice(1)}. ${[plain(source), ...heading.map(plain), page === null ? '' : `p. ${page}`, asOf ?? '', origin ?? ''].filter((part) => part !== '').join(' · ')}${quote === '' ? '' : ` “${plain(quote)}”`}`,
  );
  return [
    `# ${local(title)}`,
    '',
    `${word.version} ${version.number} · ${version.at.slice(0, 10)} · ${content.engine.via === 'model' ? content.engine.model : word.rules}`,
    '',
    ...section(word.summary, content.summary.map(sentence)),
    ...section(word.products, parts(content.products)),
    ...section(word.answers, parts(content.answers)),
    ...section(word.differences, parts(content.differences)),
    ...section(word.cost, [...table, ...list(content.cost.sentences)]),
    ...section(
      word.steps,
      content.steps.flatMap(({ name, days, risk, sentences }) => [
        `### ${local(name)} (${days.low}–${days.high} ${word.days}, ${word.risk[risk]})`,
        '',
        ...list(sentences),
        '',
      ]),
    ),
    ...section(word.cases, parts(content.cases)),
    ...section(
      word.questions,
      content.questions.map(({ text }) => `- ${local(text)}`),
    ),
    ...section(word.sources, sources),
  ].join('\n');
}
