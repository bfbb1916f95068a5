import { z } from 'zod';
import { gatheringFailure } from '../../domain/gathering/failures.ts';
import { type Source, toFoundPage } from './source.ts';

const searchSchema = z.object({
  results: z.array(
    z.object({
      url: z.string(),
      title: z.string(),
      content: z.string(),
      raw_content: z.string().nullable().optional(),
    }),
  ),
});

/** A search provider (Tavily), behind a key. */
export function searchSource(name: string, api: string, key: string): Source {
  return {
    id: 'search',
    kind: 'search',
    label: 'Tavily',
    read: async function* (context) {
      const question =
        context.language === 'zh'
          ? `${name} 大模型 使用 火山引擎 阿里云 OpenAI`
          : `${name} uses large language model provider`;
      const response = await fetch(`${api}/search`, {
        method: 'POST',
        signal: context.signal,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({ query: question, max_results: 8, include_raw_content: true }),
      });
      if (response.status === 401 || response.status === 403) throw gatheringFailure('key_refused');
      if (response.status === 429 || response.status === 432) throw gatheringFailure('quota_spent');
      if (!response.ok) throw gatheringFailure('not_reachable');
      const answer = searchSchema.safeParse(await response.json().catch(() => null));
      if (!answer.success) throw gatheringFailure('source_failed', answer.error);
      const { results } = answer.data;
      for (const { url, title, content, raw_content: raw } of results) {
        yield toFoundPage({ url, title, text: raw ?? content, publishedAt: null, sourceKind: 'search' });
      }
    },
  };
}
