import type { CorpusHit, Finding, FindingsWorkbench, ReviewDecision } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { and, desc, eq } from 'drizzle-orm';
import { accuracyByEngine, accuracyOf, type Verdicts } from '../domain/review/apply-reviews.ts';
import { searchSentences } from '../domain/review/search-sentences.ts';
import { sealedReviews } from '../sealed.ts';
import { findings, pages, reviews, runs } from '../tables.ts';

export interface LatestFindings {
  run: typeof runs.$inferSelect;
  findings: Finding[];
}

/** Findings of the newest run that got as far as analysing, surest first; null before there is one. */
export async function latestFindings(
  tx: TenantTransaction,
  clientId: string,
): Promise<LatestFindings | null> {
  const [latest] = await tx.db
    .select({ run: runs })
    .from(findings)
    .innerJoin(runs, eq(runs.id, findings.runId))
    .where(eq(findings.organizationId, clientId))
    .orderBy(desc(runs.createdAt))
    .limit(1);
  if (latest === undefined) return null;
  const rows = await tx.db
    .select({ body: findings.body })
    .from(findings)
    .where(and(eq(findings.organizationId, clientId), eq(findings.runId, latest.run.id)));
  return {
    run: latest.run,
    findings: rows.map((row) => row.body).sort((a, b) => b.confidence.score - a.confidence.score),
  };
}

/** What people say of this client's findings, by key. */
export async function loadVerdicts(tx: TenantTransaction, clientId: string): Promise<Verdicts> {
  const rows = await tx.db.select().from(reviews).where(eq(reviews.organizationId, clientId));
  return new Map(
    rows.flatMap(({ findingKey, verdict }) => (verdict === null ? [] : [[findingKey, verdict]])),
  );
}

/** The findings with what people said of them. */
export async function readWorkbench(kit: Kit, clientId: string): Promise<FindingsWorkbench> {
  return kit.database.withTenant([clientId], async (tx) => {
    const latest = await latestFindings(tx, clientId);
    const said = await tx.db.select().from(reviews).where(eq(reviews.organizationId, clientId));
    const rows = await tx.open(sealedReviews, said);
    const byKey = new Map(rows.map((row) => [row.findingKey, row]));
    const items = (latest?.findings ?? []).map((finding) => {
      const row = byKey.get(finding.key);
      return {
        finding,
        review:
          row === undefined || row.verdict === null
            ? null
            : { by: row.reviewedBy, at: row.reviewedAt.toISOString(), verdict: row.verdict },
      };
    });
    const verdicts = items.flatMap(({ review }): ReviewDecision[] =>
      review === null ? [] : [review.verdict],
    );
    const known = new Set(items.map(({ finding }) => finding.key));
    return {
      items,
      accuracy: accuracyOf(verdicts),
      accuracyByEngine: accuracyByEngine(items),
      waiting: rows.filter(({ applied, findingKey }) => !applied && known.has(findingKey)).length,
    };
  });
}

const MOST_PAGES = 500;
const MOST_HITS = 30;

/** Sentences of a client's stored pages that answer a question: why do we believe this? */
export async function searchCorpus(kit: Kit, clientId: string, question: string): Promise<CorpusHit[]> {
  const rows = await kit.database.withTenant([clientId], (tx) =>
    tx.db
      .select()
      .from(pages)
      .where(eq(pages.organizationId, clientId))
      .orderBy(desc(pages.fetchedAt))
      .limit(MOST_PAGES),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return searchSentences(rows, question, MOST_HITS).flatMap(({ score: _score, ...hit }) => {
    const page = byId.get(hit.pageId);
    if (page === undefined) return [];
    return [{ ...hit, pageTitle: page.title, url: page.url, date: page.publishedAt }];
  });
}
