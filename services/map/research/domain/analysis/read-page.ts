import type { ReportedFigure, SourceKind } from '@tokenholic/contracts';
import { endEarlier, lastTold, spreadHosts, takeHost, takeOutcome, toldAgain } from './discourse.ts';
import { employeesIn, findFigures } from './figures.ts';
import type { Gazetteer } from './gazetteer.ts';
import { ownedBy } from './lexicon/house-models.ts';
import { endOfSkills, inOwnHouse, resellerCue, wantedSkillCue } from './lexicon/role-cues.ts';
import { placesIn, type Topic } from './linking.ts';
import type { Hit } from './matcher.ts';
import { lookAt } from './mentions.ts';
import { ownModelNames } from './own-models.ts';
import { type Sentence, splitSentences } from './passages.ts';
import { namedUses, quoteOf, unnamedUses } from './read-sentence.ts';
import type { Claim, Statement } from './statements.ts';

export interface ReadablePage {
  id: string;
  title: string;
  text: string;
  url: string | null;
  sourceKind: SourceKind;
  date: string | null;
}

export interface PageReading {
  claims: Claim[];
  /** Hits of industry words, for the whole run to weigh. */
  industries: Map<string, number>;
  employees: number | null;
  /** Figures by use case, for claims of other sentences. */
  figures: Map<string, ReportedFigure[]>;
}

/** Reads one page by rules: sentence by sentence, each in the light of what was said before it. */
export function readPage(page: ReadablePage, gazetteer: Gazetteer): PageReading {
  const reading: PageReading = { claims: [], industries: new Map(), employees: null, figures: new Map() };
  const own = { isMakerOf: ownedBy(`${page.title}\n${page.text}`), names: ownModelNames(page.text) };
  let statements: Statement[] = [];
  const course = new Course(gazetteer);
  for (const [number, sentence] of splitSentences(page.text).entries()) {
    const hits = gazetteer.match(sentence.text);
    countIndustries(hits, reading);
    reading.employees ??= employeesIn(sentence.text);
    const topic = course.topicOf(sentence);
    const isOthers = course.isOthersBusiness(sentence, hits.length > 0);
    const last = lastTold(statements, sentence.paragraph);
    if (hits.length === 0 && own.names.length === 0 && last.length === 0) continue;
    const view = lookAt(sentence, hits, gazetteer, own, last.length > 0);
    const places = placesIn(view);
    const hinted = hits.find(({ entry }) => entry.kind === 'use_case')?.entry.id ?? null;
    keepFigures(page, sentence, places[0]?.id ?? hinted, reading);
    if (isOthers) continue;
    const dropped = takeOutcome(view, places, last);
    if (dropped.size > 0) statements = statements.filter((statement) => !dropped.has(statement));
    const place = { paragraph: sentence.paragraph, sentence: number };
    const told = takeHost(view, places, last) ? [] : namedUses(page, view, places, topic, place, gazetteer, statements);
    const again = toldAgain(view, places, told.length > 0 ? told : last).map((statement) => ({
      ...statement,
      ...place,
      quote: quoteOf(page, sentence),
    }));
    const unnamed = view.mentions.length > 0 || again.length > 0 ? [] : unnamedUses(page, view, places, place);
    const now = [...told, ...again, ...unnamed];
    statements.push(...now);
    endEarlier(statements, now);
    course.goOn(sentence, now.at(-1)?.useCaseId ?? places[0]?.id ?? (topic.useCaseId === null ? hinted : null));
  }
  spreadHosts(statements);
  reading.claims = statements;
  return reading;
}

/** What a page is speaking of, sentence after sentence. */
class Course {
  private readonly gazetteer: Gazetteer;
  private told: { useCaseId: string | null; paragraph: number } = { useCaseId: null, paragraph: -1 };
  private skills = false;
  private paragraph = -1;
  private headings = new Map<string, string | null>();

  constructor(gazetteer: Gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** The use that a sentence without one of its own goes on about. An item of a list does not go on from the item before. */
  topicOf(sentence: Sentence): Topic {
    const { paragraph, form, heading } = sentence;
    if (form === 'prose' && this.told.paragraph === paragraph && this.told.useCaseId !== null)
      return { useCaseId: this.told.useCaseId, derivation: 'carried' };
    const useCaseId = this.useOf(heading) ?? (form === 'prose' ? this.told.useCaseId : null);
    return { useCaseId, derivation: 'heading' };
  }

  /** What applicants should know, and what a dealer sells: no use of the company's own. */
  isOthersBusiness({ text, paragraph }: Sentence, namesSomething: boolean): boolean {
    if (paragraph !== this.paragraph) [this.paragraph, this.skills] = [paragraph, false];
    const wanted = wantedSkillCue.test(text);
    this.skills = wanted || (this.skills && !endOfSkills.test(text));
    return this.skills || (namesSomething && resellerCue.test(text) && !inOwnHouse.test(text));
  }

  goOn({ paragraph }: Sentence, useCaseId: string | null): void {
    if (useCaseId !== null) this.told = { useCaseId, paragraph };
  }

  private useOf(heading: string): string | null {
    const known = this.headings.get(heading);
    if (known !== undefined) return known;
    const hit = this.gazetteer.match(heading).find(({ entry }) => entry.kind === 'use_case' && !entry.context);
    this.headings.set(heading, hit?.entry.id ?? null);
    return hit?.entry.id ?? null;
  }
}

/** A figure needs no sign of AI beside it: "we make 9,800 seconds of film a day" counts for the film. */
function keepFigures(
  page: ReadablePage,
  sentence: Sentence,
  useCaseId: string | null,
  reading: PageReading,
): void {
  if (useCaseId === null) return;
  const quote = quoteOf(page, sentence);
  const figures = findFigures(sentence.text).map(({ metric, value, period }) => ({
    metric,
    value,
    period,
    quote,
  }));
  if (figures.length > 0)
    reading.figures.set(useCaseId, [...(reading.figures.get(useCaseId) ?? []), ...figures]);
}

function countIndustries(hits: readonly Hit[], reading: PageReading): void {
  for (const { entry } of hits) {
    if (entry.kind === 'industry')
      reading.industries.set(entry.id, (reading.industries.get(entry.id) ?? 0) + 1);
  }
}
