export { type Conclusion, conclude, stableId } from './conclude.ts';
export { buildGazetteer, type Gazetteer } from './gazetteer.ts';
export { type PageReading, type ReadablePage, readPage } from './read-page.ts';
export type { Claim } from './statements.ts';
