import type { CoachEvidence, DecisionRole, MeddiccLine } from '@tokenholic/contracts';
import { both, type DealPicture, fact, saidAbout, saidEvidence } from './picture.ts';
import { METRICS } from './risks.ts';

type Letter = MeddiccLine['letter'];

const CRITERIA = [
  '标准',
  '指标',
  '评测',
  '测试',
  '验收',
  'criteria',
  'benchmark',
  'evaluation',
  'acceptance',
];
const PROCESS = [
  '流程',
  '审批',
  '立项',
  '招标',
  '决策',
  'approval',
  'board',
  'committee',
  'decision',
  'tender',
];
const PAPER = ['合同', '法务', '采购', '签字', 'contract', 'legal', 'procurement', 'signature', 'msa', 'dpa'];
const PAIN = [
  '痛点',
  '问题',
  '瓶颈',
  '太慢',
  '太贵',
  '投诉',
  '故障',
  '担心',
  'pain',
  'problem',
  'too slow',
  'too expensive',
  'complain',
  'outage',
  'struggl',
];

/**
 * What is known of a deal by MEDDICC (metrics, economic buyer, decision criteria, decision process, paper process, identified
 * pain, champion, competition): from the roles of its people and from words that were said. Nothing said is a gap, not a no.
 */
export function meddiccOf(picture: DealPicture): MeddiccLine[] {
  return [
    byWords('M', picture, METRICS),
    byRole('E', picture, ['economic_buyer']),
    either('Dc', byRole('Dc', picture, ['technical_evaluator']), byWords('Dc', picture, CRITERIA)),
    byWords('Dp', picture, PROCESS),
    either('P', byRole('P', picture, ['procurement', 'legal']), byWords('P', picture, PAPER)),
    byWords('I', picture, PAIN),
    byRole('C', picture, ['champion']),
    competition(picture),
  ];
}

const line = (letter: Letter, evidence: CoachEvidence[]): MeddiccLine => ({
  ...{ letter, known: evidence.length > 0, evidence },
});

function byRole(letter: Letter, { people }: DealPicture, roles: readonly DecisionRole[]): MeddiccLine {
  const found = people.filter(({ role }) => roles.includes(role)).map(({ name }) => name);
  return line(letter, found.length === 0 ? [] : [fact(found.join('、'), found.join(', '))]);
}

function byWords(letter: Letter, picture: DealPicture, words: readonly string[]): MeddiccLine {
  const heard = saidAbout(picture, words);
  return line(letter, heard === undefined ? [] : [saidEvidence(heard)]);
}

const either = (letter: Letter, a: MeddiccLine, b: MeddiccLine): MeddiccLine =>
  line(letter, [...a.evidence, ...b.evidence]);

function competition(picture: DealPicture): MeddiccLine {
  const { competitors } = picture;
  if (competitors.length === 0) return line('Co', []);
  const heard = saidAbout(picture, competitors);
  const named = fact(competitors.join('、'), competitors.join(', '));
  return { ...line('Co', heard === undefined ? [named] : [named, saidEvidence(heard)]) };
}

/** Titles as they are said. */
export const MEDDICC_NAMES: Readonly<Record<Letter, { zh: string; en: string }>> = {
  M: both('量化收益', 'Metrics'),
  E: both('拍板人', 'Economic buyer'),
  Dc: both('评判标准', 'Decision criteria'),
  Dp: both('决策流程', 'Decision process'),
  P: both('采购与合同', 'Paper process'),
  I: both('痛点', 'Identified pain'),
  C: both('内部支持者', 'Champion'),
  Co: both('竞争', 'Competition'),
};
