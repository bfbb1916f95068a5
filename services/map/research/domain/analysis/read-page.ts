import type { ReportedFigure, SourceKind } from '@tokenholic/contracts';
import { chanceOf } from './confidence.ts';
import {
  endEarlier,
  isTakenBack,
  lastTold,
  type Scene,
  spreadHosts,
  takeHost,
  takeOutcome,
  takeScene,
  toldAgain,
  WITHIN_REACH,
  withoutIdleComparisons,
} from './discourse.ts';
import { employeesIn } from './figures.ts';
import { keepFigures } from './figures-of-use.ts';
import type { Gazetteer } from './gazetteer.ts';
import { ownMakingCue } from './lexicon/hosting-cues.ts';
import { ownedBy } from './lexicon/house-models.ts';
import { endOfSkills, inOwnHouse, requirementCue, resellerCue, wantedSkillCue } from './lexicon/role-cues.ts';
import { type Place, placesIn, type Topic, topicAfter } from './linking.ts';
import type { Hit } from './matcher.ts';
import { NO_USE, type UseShares } from './meaning/use-model.ts';
import { lookAt, type MeaningOf, type Observe, ownSharesAt, type View } from './mentions.ts';
import { ownModelNames, ownNamesIn } from './own-models.ts';
import { isSentence, type Sentence } from './passages.ts';
import { namedUses, quoteOf, unnamedUses } from './read-sentence.ts';
import type { Claim, Statement } from './statements.ts';
import { type Survey, type SurveyedSentence, surveyPage, withoutNames } from './survey.ts';
import { asDemanded, isTender } from './tender.ts';

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

/** What is known of a page before it is read. */
export interface PageContext {
  /** The client's name and what else it goes by. */
  client: readonly string[];
  survey: Survey;
  meaningOf: MeaningOf;
  /** Of standing, as `meaningOf` of uses. */
  standingOf: MeaningOf;
  observe?: Observe;
  /** Hears every statement as it stands when the page has been read: how confidence is learnt. */
  observeStatement?: (statement: Statement) => void;
}

/** Without vectors, and without knowing whose page it is. */
const unaided = (page: ReadablePage, gazetteer: Gazetteer): PageContext => ({
  client: [],
  survey: surveyPage(page.text, gazetteer),
  meaningOf: () => null,
  standingOf: () => null,
});

/** Reads one page by rules: sentence by sentence, each in the light of what was said before it. */
export function readPage(
  page: ReadablePage,
  gazetteer: Gazetteer,
  { client, survey, meaningOf, standingOf, observe, observeStatement }: PageContext = unaided(
    page,
    gazetteer,
  ),
): PageReading {
  const reading: PageReading = { claims: [], industries: new Map(), employees: null, figures: new Map() };
  const own = {
    isMakerOf: ownedBy(client.length > 0 ? client.join('\n') : `${page.title}\n${page.text}`),
    names: ownModelNames(page.text),
    client,
  };
  let statements: Statement[] = [];
  const course = new Course(gazetteer, page.text);
  let scene: Scene | null = null;
  for (const [number, found] of survey.sentences.entries()) {
    const surveyed = withoutOwnName(found, client);
    const { sentence, hits } = surveyed;
    countIndustries(hits, reading);
    reading.employees ??= employeesIn(sentence.text);
    const topic = course.topicOf(sentence);
    const isOthers = course.isOthersBusiness(sentence, hits.length > 0);
    const last = lastTold(statements, sentence.paragraph);
    const isSilent =
      hits.every(({ entry }) => entry.kind === 'industry') &&
      !own.names.some((name) => sentence.text.includes(name));
    const isMute = isSilent && meaningOf(withoutNames(sentence.text, hits)) === null;
    if (isMute && last.length === 0 && !ownMakingCue.test(sentence.text)) continue;
    const view = lookAt(
      surveyed,
      survey.opening,
      gazetteer,
      own,
      last,
      meaningOf,
      course.wasAsked,
      standingOf,
      observe,
    );
    const places = placesIn(view);
    const hinted = hits.find(({ entry }) => entry.kind === 'use_case')?.entry.id ?? null;
    keepFigures(page, sentence, places[0]?.id ?? hinted, reading);
    if (isOthers) continue;
    takeOutcome(view, places, last);
    if (last.some((statement) => isTakenBack(view, statement, number)))
      statements = statements.filter((statement) => !isTakenBack(view, statement, number));
    const place = { paragraph: sentence.paragraph, sentence: number };
    const isQuestion = /[？?][”"*）)\s]*$/.test(sentence.text);
    const told =
      isQuestion || (!course.isTender && takeHost(view, places, last, number))
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
        : unnamedUses(page, view, places, place, course.isTender);
    const now = [...told, ...again, ...unnamed];
    if (course.isTender) asDemanded(now, view);
    scene = takeScene(scene, view, now, number);
    statements.push(...now);
    endEarlier(statements, now);
    course.goOn(
      sentence,
      course.after(topic, now, places, hinted, meantBy(view, isQuestion), isQuestion),
      isQuestion,
    );
    course.hear(view, places);
  }
  spreadHosts(statements);
  reading.claims = withoutIdleComparisons(statements).map((statement) => {
    observeStatement?.(statement);
    return { ...statement, score: chanceOf(statement) };
  });
  return reading;
}

/** "Harlow Translation Services": a word in the client's own name tells no use. */
function withoutOwnName(surveyed: SurveyedSentence, client: readonly string[]): SurveyedSentence {
  const own = ownNamesIn(surveyed.sentence.text, client);
  if (own.length === 0) return surveyed;
  const isPart = ({ entry, start, end }: Hit) =>
    entry.kind === 'use_case' && own.some((name) => name.start <= start && end <= name.end);
  return { ...surveyed, hits: surveyed.hits.filter((hit) => !isPart(hit)) };
}

/** What was spoken of before is heard through a sentence that tells of no use, a little fainter. */
const FADING = 0.8;

/** A sentence that names nobody sets what is spoken of when its meaning leaves little doubt. */
const PLAIN = 0.5;
/** A question is about something: less will do. */
const ASKED = 0.25;

function meantBy(view: View, isQuestion: boolean): string | null {
  const isTold = view.mentions.length > 0 || (!isQuestion && !isSentence(view.sentence.text));
  const shares = isTold ? null : ownSharesAt(-1, view);
  const [use, share] = [...(shares ?? [])].reduce((a, b) => (b[1] > a[1] ? b : a), [NO_USE, 0]);
  return use !== NO_USE && share >= (isQuestion ? ASKED : PLAIN) ? use : null;
}

/** A tender that would take any of several names none. */
const ANY_OF = /等(?:主流|多种|国产|开源)|或同等|\bany\b|\bor equivalent\b|\bmay\b/i;

type Told = Pick<Topic, 'useCaseId' | 'word'>;

const NOTHING: Topic = { useCaseId: null, word: null, derivation: 'carried', within: false, mood: null };

/** What a page is speaking of, sentence after sentence. */
class Course {
  private readonly gazetteer: Gazetteer;
  private told: Told & { paragraph: number } = { useCaseId: null, word: null, paragraph: -1 };
  /** The sentence before was a question. */
  wasAsked = false;
  private skills = false;
  private paragraph = -1;
  private mood: UseShares | null = null;
  private intro: { heading: string; useCaseId: string } | null = null;
  private headings = new Map<string, string | null>();

  private readonly hasSkills: boolean;
  readonly isTender: boolean;

  constructor(gazetteer: Gazetteer, text: string) {
    this.gazetteer = gazetteer;
    this.hasSkills = wantedSkillCue.test(text);
    this.isTender = isTender(text);
  }

  /** The use that a sentence without one of its own goes on about. An item of a list does not go on from the item before. */
  topicOf(sentence: Sentence): Topic {
    const { paragraph, form, heading } = sentence;
    if (form === 'prose' && this.told.paragraph === paragraph && this.told.useCaseId !== null)
      return {
        useCaseId: this.told.useCaseId,
        word: this.told.word,
        derivation: 'carried',
        within: false,
        mood: this.mood,
      };
    const useCaseId =
      this.useOf(heading) ?? (form === 'prose' ? this.told.useCaseId : this.introduced(sentence));
    return { useCaseId, word: null, derivation: 'heading', within: false, mood: this.mood };
  }

  /** What applicants should know, and what a dealer sells: no use of the company's own. */
  isOthersBusiness({ text, paragraph }: Sentence, namesSomething: boolean): boolean {
    if (paragraph !== this.paragraph) [this.paragraph, this.skills] = [paragraph, false];
    const wanted = this.hasSkills && wantedSkillCue.test(text);
    this.skills = wanted || (this.skills && !endOfSkills.test(text));
    return (
      this.skills ||
      (namesSomething && requirementCue.test(text) && !(this.isTender && !ANY_OF.test(text))) ||
      (namesSomething && resellerCue.test(text) && !inOwnHouse.test(text))
    );
  }

  /** What the next sentence may go on about. */
  after(
    topic: Topic,
    now: readonly Statement[],
    places: readonly Place[],
    hinted: string | null,
    meant: string | null,
    /** A question turns to what it asks about. */
    isQuestion: boolean,
  ): Told | null {
    const last = now.at(-1);
    const place = places.find(({ hint }) => !hint) ?? places[0];
    const isOpen = isQuestion || topic.derivation === 'heading' || topic.useCaseId === null;
    if (last !== undefined)
      return topicAfter(isOpen ? NOTHING : topic, {
        useCaseId: last.useCaseId,
        hint: last.hint,
        word: last.word,
      });
    if (place !== undefined && (isOpen || !place.hint)) return { useCaseId: place.id, word: place.word };
    if (meant !== null && (isOpen || meant === hinted)) return { useCaseId: meant, word: null };
    return topic.useCaseId === null ? { useCaseId: hinted, word: null } : null;
  }

  /** Keeps what a sentence speaks of by its meaning for those after it. A list is heard in the light of what introduced it. */
  hear(view: View, places: readonly Place[]): void {
    const { form, text } = view.sentence;
    if (form !== 'prose' || !isSentence(text)) return;
    const heard = places.some(({ hint }) => !hint) ? null : ownSharesAt(-1, view);
    const none = heard?.get(NO_USE) ?? 0;
    const before = this.mood;
    this.mood =
      heard === null || before === null
        ? heard
        : new Map([...heard].map(([use, share]) => [use, share + none * FADING * (before.get(use) ?? 0)]));
  }

  /** "Reviews pull requests. Backends: …": what was told under the same heading right before a list holds for its items. */
  private introduced({ heading }: Sentence): string | null {
    return this.intro?.heading === heading ? this.intro.useCaseId : null;
  }

  goOn({ paragraph, form, heading }: Sentence, told: Told | null, isQuestion: boolean): void {
    if (form === 'prose') {
      const useCaseId = told?.useCaseId ?? (this.intro?.heading === heading ? this.intro.useCaseId : null);
      this.intro = useCaseId === null ? null : { heading, useCaseId };
    }
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

function countIndustries(hits: readonly Hit[], reading: PageReading): void {
  for (const { entry } of hits) {
    if (entry.kind === 'industry')
      reading.industries.set(entry.id, (reading.industries.get(entry.id) ?? 0) + 1);
  }
}
