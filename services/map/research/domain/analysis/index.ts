export { type Conclusion, conclude, stableId } from './conclude.ts';
export { buildGazetteer, type Gazetteer } from './gazetteer.ts';
export { standingSharesOf } from './meaning/standing-model.ts';
export { sharesOf, USE_EMBEDDER, type UseShares } from './meaning/use-model.ts';
export { type PageContext, type PageReading, type ReadablePage, readPage } from './read-page.ts';
export type { SeenStretch } from './reader/answer.ts';
export {
  type PartToSee,
  partsToSee,
  readStretches,
  sentencesToWeigh,
  stretchesOf,
} from './reader/read-stretches.ts';
export type { Claim } from './statements.ts';
export { surveyPage } from './survey.ts';
