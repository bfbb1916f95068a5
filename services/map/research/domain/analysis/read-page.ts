import type { ReportedFigure, SourceKind } from '@tokenholic/contracts';
import {
  endEarlier,
  lastTold,
  spreadHosts,
  takeHost,
  takeOutcome,
  toldAgain,
  WITHIN_REACH,
  withoutIdleComparisons,
} from './discourse.ts';
import { employeesIn, findFigures } from './figures.ts';
import type { Gazetteer } from './gazetteer.ts';
import { ownMakingCue } from './lexicon/hosting-cues.ts';
import { ownedBy } from './lexicon/house-models.ts';
import { endOfSkills, inOwnHouse, requirementCue, resellerCue, wantedSkillCue } from './lexicon/role-cues.ts';
import { type Place, placesIn, type Topic, topicAfter } from './linking.ts';
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
  const course = new Course(gazetteer, page.text);
  for (const [number, sentence] of splitSentences(page.text).entries()) {
    const hits = gazetteer.match(sentence.text);
    countIndustries(hits, reading);
    reading.employees ??= employeesIn(sentence.text);
    const topic = course.topicOf(sentence);
    const isOthers = course.isOthersBusiness(sentence, hits.length > 0);
    const last = lastTold(statements, sentence.paragraph);
    const isSilent =
      hits.every(({ entry }) => entry.kind === 'industry') &&
      !own.names.some((name) => sentence.text.includes(name));
    if (isSilent && last.length === 0 && !ownMakingCue.test(sentence.text)) continue;
    const view = lookAt(sentence, hits, gazetteer, own, last);
    const places = placesIn(view);
    const hinted = hits.find(({ entry }) => entry.kind === 'use_case')?.entry.id ?? null;
    keepFigures(page, sentence, places[0]?.id ?? hinted, reading);
    if (isOthers) continue;
    const dropped = takeOutcome(view, places, last);
    if (dropped.size > 0) statements = statements.filter((statement) => !dropped.has(statement));
    const place = { paragraph: sentence.paragraph, sentence: number };
    const isQuestion = /[？?][”"*）)\s]*$/.test(sentence.text);
    const told =
      isQuestion || takeHost(view, places, last)
        ? []
        : namedUses(
            page,
            view,
            places,
            topic,
            place,
            gazetteer,
            statements.slice(-WITHIN_REACH),
            course.wasAsked,
          );
    const again = toldAgain(view, places, told.length > 0 ? told : last).map((statement) => ({
      ...statement,
      ...place,
      quote: quoteOf(page, sentence),
    }));
    const unnamed =
      isQuestion || view.mentions.length > 0 || again.length > 0
        ? []
        : unnamedUses(page, view, places, place);
    const now = [...told, ...again, ...unnamed];
    statements.push(...now);
    endEarlier(statements, now);
    course.goOn(sentence, course.after(topic, now, places, hinted), isQuestion);
  }
  spreadHosts(statements);
  reading.claims = withoutIdleComparisons(statements);
  return reading;
}

type Told = Pick<Topic, 'useCaseId' | 'word'>;

const NOTHING: Topic = { useCaseId: null, word: null, derivation: 'carried' };

/** What a page is speaking of, sentence after sentence. */
class Course {
  private readonly gazetteer: Gazetteer;
  private told: Told & { paragraph: number } = { useCaseId: null, word: null, paragraph: -1 };
  /** The sentence before was a question. */
  wasAsked = false;
  private skills = false;
  private paragraph = -1;
  private headings = new Map<string, string | null>();

  private readonly hasSkills: boolean;

  constructor(gazetteer: Gazetteer, text: string) {
    this.gazetteer = gazetteer;
    this.hasSkills = wantedSkillCue.test(text);
  }

  /** The use that a sentence without one of its own goes on about. An item of a list does not go on from the item before. */
  topicOf(sentence: Sentence): Topic {
    const { paragraph, form, heading } = sentence;
    if (form === 'prose' && this.told.paragraph === paragraph && this.told.useCaseId !== null)
      return { useCaseId: this.told.useCaseId, word: this.told.word, derivation: 'carried' };
    const useCaseId = this.useOf(heading) ?? (form === 'prose' ? this.told.useCaseId : null);
    return { useCaseId, word: null, derivation: 'heading' };
  }

  /** What applicants should know, and what a dealer sells: no use of the company's own. */
  isOthersBusiness({ text, paragraph }: Sentence, namesSomething: boolean): boolean {
    if (paragraph !== this.paragraph) [this.paragraph, this.skills] = [paragraph, false];
    const wanted = this.hasSkills && wantedSkillCue.test(text);
    this.skills = wanted || (this.skills && !endOfSkills.test(text));
    return (
      this.skills ||
      (namesSomething && requirementCue.test(text)) ||
      (namesSomething && resellerCue.test(text) && !inOwnHouse.test(text))
    );
  }

  /** What the next sentence may go on about. */
  after(
    topic: Topic,
    now: readonly Statement[],
    places: readonly Place[],
    hinted: string | null,
  ): Told | null {
    const last = now.at(-1);
    const place = places.find(({ hint }) => !hint) ?? places[0];
    const isOpen = topic.derivation === 'heading' || topic.useCaseId === null;
    if (last !== undefined)
      return topicAfter(isOpen ? NOTHING : topic, {
        useCaseId: last.useCaseId,
        hint: last.hint,
        word: last.word,
      });
    if (place !== undefined && (isOpen || !place.hint)) return { useCaseId: place.id, word: place.word };
    return topic.useCaseId === null ? { useCaseId: hinted, word: null } : null;
  }

  goOn({ paragraph }: Sentence, told: Told | null, isQuestion: boolean): void {
    if (told !== null && told.useCaseId !== null)
      this.told = { useCaseId: told.useCaseId, word: told.word, paragraph };
    this.wasAsked = isQuestion;
  }

  private useOf(heading: string): string | null {
    const known = this.headings.get(heading);
    if (known !== undefined) return known;
    const hit = this.gazetteer
      .match(heading)
      .find(({ entry }) => entry.kind === 'use_case' && !entry.context);
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
