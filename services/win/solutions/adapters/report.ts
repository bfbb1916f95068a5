import type {
  Language,
  LocalizedText,
  Solution,
  SolutionSentence,
  SolutionVersion,
} from '@tokenholic/contracts';
import { renderCostSvg } from '@tokenholic/presentation/cost-bars';
import { diagramWords, lanes, renderDiagramSvg } from '@tokenholic/presentation/diagram';
import type { Report, ReportBlock, ReportLine } from '@tokenholic/presentation/reports';
import { yuan } from '../domain/parts/cost.ts';
import { words } from './export-words.ts';

type Diagram = SolutionVersion['content']['diagram'];
type Section = Report['sections'][number];

/** A version as a document without a format: Word, PDF, PowerPoint and Markdown all say this. */
export function reportOf({ title }: Solution, version: SolutionVersion, language: Language): Report {
  const { content } = version;
  const word = words[language];
  const line = ({ text, standing, citations }: SolutionSentence): ReportLine => ({
    text: text[language],
    sources: citations.map((id) => id.slice(1)),
    note: standing === 'assumption' ? word.assumption : null,
  });
  const lines = (sentences: readonly SolutionSentence[]): ReportBlock[] =>
    sentences.length === 0 ? [] : [{ kind: 'lines', lines: sentences.map(line) }];
  const parts = (items: readonly { name: LocalizedText; sentences: readonly SolutionSentence[] }[]) =>
    items.flatMap(({ name, sentences }): ReportBlock[] => [
      { kind: 'heading', text: name[language] },
      ...lines(sentences),
    ]);
  const engine = content.engine.via === 'model' ? (content.engine.model ?? '') : word.rules;
  const sections: Section[] = [
    { heading: word.summary, blocks: lines(content.summary) },
    { heading: word.answers, blocks: parts(content.answers) },
    { heading: word.diagram, blocks: diagramBlocks(content.diagram, language) },
    { heading: word.products, blocks: parts(content.products) },
    {
      heading: word.differences,
      blocks: content.differences.flatMap(({ name, provider, side, sentences }): ReportBlock[] => [
        { kind: 'heading', text: `${name[language]} · ${provider[language]} (${word.side[side]})` },
        ...lines(sentences),
      ]),
    },
    { heading: word.cost, blocks: costBlocks(version, language, lines) },
    {
      heading: word.steps,
      blocks: content.steps.flatMap(({ name, days, risk, sentences }): ReportBlock[] => [
        {
          kind: 'heading',
          text: `${name[language]} (${days.low}–${days.high} ${word.days}, ${word.risk[risk]})`,
        },
        ...lines(sentences),
      ]),
    },
    { heading: word.cases, blocks: parts(content.cases) },
    {
      heading: word.questions,
      blocks:
        content.questions.length === 0
          ? []
          : [
              {
                kind: 'lines',
                lines: content.questions.map(({ text }) => ({
                  text: text[language],
                  sources: [],
                  note: null,
                })),
              },
            ],
    },
  ];
  return {
    language,
    title: title[language],
    subtitle: `${word.version(version.number)} · ${version.at.slice(0, 10)} · ${engine}`,
    sections: sections.filter(({ blocks }) => blocks.length > 0),
    sources: {
      heading: word.sources,
      items: content.citations.map(({ id, title: source, heading, page, quote, origin, asOf }) => ({
        number: id.slice(1),
        link: origin,
        text: [
          ...[source, ...heading, page === null ? '' : `p. ${page}`, asOf ?? '', origin ?? ''],
          quote === '' ? '' : `“${quote.replace(/\s+/g, ' ')}”`,
        ]
          .filter((each) => each !== '')
          .join(' · '),
      })),
    },
  };
}

function costBlocks(
  { content: { cost } }: SolutionVersion,
  language: Language,
  lines: (sentences: readonly SolutionSentence[]) => ReportBlock[],
): ReportBlock[] {
  const word = words[language];
  const amount = (cny: number | null) => (cny === null ? word.unknown : yuan(cny));
  const rows = cost.rows.map(({ useCase, current, ours, currentCny, oursCny }) => [
    ...[useCase[language], current[language], amount(currentCny), ours === '' ? word.unknown : ours],
    amount(oursCny),
  ]);
  if (rows.length === 0) return [];
  const picture = renderCostSvg(cost, { language, theme: 'light', money: yuan, unknown: word.unknown });
  return [
    ...(cost.rows.every((row) => row.currentCny === null && row.oursCny === null)
      ? []
      : [
          {
            kind: 'picture' as const,
            ...picture,
            words: cost.sentences.map(({ text }) => text[language]).join(' '),
          },
        ]),
    { kind: 'table', head: word.columns, rows },
    ...lines(cost.sentences),
  ];
}

function diagramBlocks(diagram: Diagram, language: Language): ReportBlock[] {
  if (diagram.nodes.length === 0) return [];
  return [
    {
      kind: 'picture',
      ...renderDiagramSvg(diagram, { language, theme: 'light' }),
      words: diagramInWords(diagram, language),
    },
  ];
}

/** What the picture shows, lane by lane, for those who cannot see it. */
function diagramInWords({ nodes }: Diagram, language: Language): string {
  const { lane: names } = diagramWords[language];
  return lanes
    .map((lane) => ({ lane, members: nodes.filter((node) => node.lane === lane) }))
    .filter(({ members }) => members.length > 0)
    .map(({ lane, members }) => `${names[lane]}: ${members.map(({ name }) => name[language]).join(', ')}.`)
    .join(' ');
}
