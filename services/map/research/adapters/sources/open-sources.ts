import { isAppError } from '@tokenholic/kit';
import { z } from 'zod';
import { readJson } from './read-json.ts';
import { type Source, toFoundPage } from './source.ts';
import { readWebPage } from './web-page.ts';

const organisationsSchema = z.object({ items: z.array(z.object({ login: z.string() })) });
const organisationSchema = z.object({
  login: z.string(),
  name: z.string().nullable(),
  blog: z.string().nullable().optional(),
});
const repositoriesSchema = z.array(
  z.object({
    name: z.string(),
    full_name: z.string(),
    html_url: z.string(),
    description: z.string().nullable(),
    stargazers_count: z.number(),
    pushed_at: z.string().nullable(),
  }),
);
const readmeSchema = z.object({ content: z.string() });
const REPOSITORIES = 5;

/** Public repositories of the company: what they depend on shows what it runs. */
export function githubSource(
  name: string,
  website: string | null,
  api: string,
  token: string | null,
): Source {
  return {
    id: 'github',
    kind: 'github',
    label: 'GitHub',
    read: async function* (context) {
      const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
      const query = new URLSearchParams({ q: `${name} type:org`, per_page: '3' });
      const found = await readJson(`${api}/search/users?${query}`, context, organisationsSchema, headers);
      for (const { login } of found.items) {
        const organisation = await readJson(`${api}/orgs/${login}`, context, organisationSchema, headers);
        if (!isTheClient(organisation, name, website)) continue;
        const repositories = await readJson(
          `${api}/orgs/${login}/repos?sort=pushed&per_page=30`,
          context,
          repositoriesSchema,
          headers,
        );
        const top = repositories
          .sort((a, b) => b.stargazers_count - a.stargazers_count)
          .slice(0, REPOSITORIES);
        for (const repository of top) {
          const readme = await readJson(
            `${api}/repos/${repository.full_name}/readme`,
            context,
            readmeSchema,
            headers,
          ).catch((error) => {
            if (isAppError(error)) return { content: '' };
            throw error;
          });
          const text =
            `${repository.description ?? ''}\n\n${Buffer.from(readme.content, 'base64').toString('utf8')}`.trim();
          if (text === '') continue;
          yield toFoundPage({
            url: repository.html_url,
            title: repository.full_name,
            text: text.slice(0, 30_000),
            publishedAt: repository.pushed_at?.slice(0, 10) ?? null,
            sourceKind: 'github',
          });
        }
        return;
      }
    },
  };
}

/** Many organisations have similar names: only the same name or the same website is this client. */
function isTheClient(
  organisation: z.infer<typeof organisationSchema>,
  name: string,
  website: string | null,
): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const host = (address: string) =>
    URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : '';
  const blog = organisation.blog ?? '';
  const sameSite =
    website !== null &&
    blog !== '' &&
    host(website) === host(blog.startsWith('http') ? blog : `https://${blog}`);
  return (
    sameSite || plain(organisation.name ?? '') === plain(name) || plain(organisation.login) === plain(name)
  );
}

const articlesSchema = z.object({
  articles: z
    .array(z.object({ url: z.string(), title: z.string(), seendate: z.string().optional() }))
    .optional(),
});
const ARTICLES = 6;

/** Recent news about the company and AI, by GDELT; the articles themselves are fetched like any page. */
export function newsSource(name: string, api: string): Source {
  return {
    id: 'news',
    kind: 'news',
    label: 'GDELT',
    read: async function* (context) {
      const words =
        context.language === 'zh' ? '(大模型 OR 人工智能)' : '("large language model" OR "generative AI")';
      const query = new URLSearchParams({
        query: `"${name}" ${words}`,
        mode: 'artlist',
        format: 'json',
        maxrecords: String(ARTICLES),
        timespan: '12months',
      });
      const { articles } = await readJson(`${api}/api/v2/doc/doc?${query}`, context, articlesSchema);
      for (const { url } of articles ?? []) {
        try {
          const { page } = await readWebPage(url, context, 'news');
          if (page.text.includes(name)) yield page;
        } catch (error) {
          if (context.signal.aborted || !isAppError(error)) throw error;
        }
      }
    },
  };
}
