import type {
  Engine,
  Finding,
  Language,
  ProfileStatement,
  PublicSource,
  SourceKind,
  SourceReport,
} from '@tokenholic/contracts';
import type { Reading } from '../domain/gathering/reuse.ts';

/** A page as a source gives it, before it is stored. */
export interface FoundPage {
  url: string | null;
  title: string;
  text: string;
  language: Language | null;
  publishedAt: string | null;
  sourceKind: SourceKind;
  contentHash: string;
}

export interface GatherRequest {
  clientName: string;
  website: string | null;
  links: readonly string[];
  notes: string;
  language: Language;
  publicSources: boolean;
  skipSources: readonly PublicSource[];
  files: readonly { id: string; fileName: string; mediaType: string; bytes: Uint8Array }[];
}

export interface GatherContext {
  signal: AbortSignal;
  /** Sources read before an interruption. */
  finished: ReadonlySet<string>;
  /** Sources that an earlier run read and that are still fresh: they are not asked again. */
  fresh: ReadonlyMap<string, Reading>;
  onSource(report: SourceReport): void;
  onPage(page: FoundPage, sourceId: string): Promise<void>;
  onReuse(reading: Reading, sourceId: string): Promise<void>;
}

/** The research agent: finds pages and hands them over as they come. A source that fails says so and stops nothing. */
export type ResearchAgent = (request: GatherRequest, context: GatherContext) => Promise<void>;

export interface StoredPage extends FoundPage {
  id: string;
  fetchedAt: string;
}

export interface Analysis {
  findings: Finding[];
  industryId: string | null;
  employees: number | null;
  engine: Engine;
  /** What the pages say of the company itself, and who read it. */
  profile: { statements: ProfileStatement[]; engine: Engine };
}

export interface AnalysisContext {
  organizationId: string;
  signal: AbortSignal;
  onPage(done: number, total: number): Promise<void>;
}

/** The analysis agent: reads stored pages and concludes findings with quotes. */
export type AnalysisAgent = (
  client: { name: string; website: string | null },
  pages: readonly StoredPage[],
  context: AnalysisContext,
) => Promise<Analysis>;
