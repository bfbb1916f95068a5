import { z } from 'zod';
import type { BoardAccount, JobBoard } from '../../../domain/gathering/profiles-linked.ts';
import { readJson } from '../read-json.ts';
import type { SourceContext } from '../source.ts';
import { readMoka } from './moka.ts';
import { day, type Opening, plain } from './opening.ts';

export type BoardAddresses = Record<JobBoard, string>;

export const boardAddresses: BoardAddresses = {
  greenhouse: 'https://boards-api.greenhouse.io',
  lever: 'https://api.lever.co',
  ashby: 'https://api.ashbyhq.com',
  smartrecruiters: 'https://api.smartrecruiters.com',
  workable: 'https://apply.workable.com',
  moka: 'https://api.mokahr.com',
};

type ReadBoard = (address: string, account: string, context: SourceContext) => Promise<Opening[]>;

/** Board APIs are public but not ours: their robots.txt counts as for any page. */
const ask = <S extends z.ZodType>(url: string, context: SourceContext, schema: S) =>
  readJson(url, context, schema, {}, { obeysRobots: true });

const greenhouseSchema = z.object({
  jobs: z.array(
    z.object({
      title: z.string(),
      absolute_url: z.string(),
      updated_at: z.string().nullish(),
      content: z.string().nullish(),
      company_name: z.string().nullish(),
    }),
  ),
});
const greenhouse: ReadBoard = async (address, account, context) => {
  const { jobs } = await ask(
    `${address}/v1/boards/${encodeURIComponent(account)}/jobs?content=true`,
    context,
    greenhouseSchema,
  );
  return jobs.map((job) => ({
    ...{ title: job.title, url: job.absolute_url, text: plain(job.content ?? '') },
    ...{ date: day(job.updated_at), company: job.company_name ?? null },
  }));
};

const leverSchema = z.array(
  z.object({
    text: z.string(),
    hostedUrl: z.string(),
    descriptionPlain: z.string().nullish(),
    additionalPlain: z.string().nullish(),
    lists: z.array(z.object({ text: z.string(), content: z.string() })).nullish(),
    createdAt: z.number().nullish(),
  }),
);
const lever: ReadBoard = async (address, account, context) => {
  const postings = await ask(
    `${address}/v0/postings/${encodeURIComponent(account)}?mode=json`,
    context,
    leverSchema,
  );
  return postings.map((posting) => {
    const lists = (posting.lists ?? []).map(({ text, content }) => `## ${text}\n\n${plain(content)}`);
    const text = [posting.descriptionPlain ?? '', ...lists, posting.additionalPlain ?? ''].join('\n\n');
    return { title: posting.text, url: posting.hostedUrl, text, date: day(posting.createdAt), company: null };
  });
};

const ashbySchema = z.object({
  jobs: z.array(
    z.object({
      title: z.string(),
      jobUrl: z.string(),
      descriptionPlain: z.string().nullish(),
      publishedAt: z.string().nullish(),
    }),
  ),
});
const ashby: ReadBoard = async (address, account, context) => {
  const { jobs } = await ask(
    `${address}/posting-api/job-board/${encodeURIComponent(account)}`,
    context,
    ashbySchema,
  );
  return jobs.map((job) => ({
    ...{ title: job.title, url: job.jobUrl, text: job.descriptionPlain ?? '' },
    ...{ date: day(job.publishedAt), company: null },
  }));
};

const workableSchema = z.object({
  name: z.string(),
  jobs: z.array(
    z.object({
      title: z.string(),
      url: z.string(),
      description: z.string().nullish(),
      published_on: z.string().nullish(),
    }),
  ),
});
const workable: ReadBoard = async (address, account, context) => {
  const { name, jobs } = await ask(
    `${address}/api/v1/widget/accounts/${encodeURIComponent(account)}?details=true`,
    context,
    workableSchema,
  );
  return jobs.map((job) => ({
    ...{ title: job.title, url: job.url, text: plain(job.description ?? '') },
    ...{ date: day(job.published_on), company: name },
  }));
};

const postingsSchema = z.object({
  content: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      releasedDate: z.string().nullish(),
      company: z.object({ identifier: z.string(), name: z.string() }),
    }),
  ),
});
const sectionSchema = z.object({ text: z.string().nullish() }).nullish();
const postingSchema = z.object({
  postingUrl: z.string().nullish(),
  jobAd: z.object({
    sections: z.object({
      jobDescription: sectionSchema,
      qualifications: sectionSchema,
      additionalInformation: sectionSchema,
    }),
  }),
});
/** The list holds no descriptions; those of openings about AI are asked for one by one. */
const DETAILED = 5;
const smartrecruiters: ReadBoard = async (address, account, context) => {
  const base = `${address}/v1/companies/${encodeURIComponent(account)}/postings`;
  const { content } = await ask(`${base}?limit=100`, context, postingsSchema);
  const openings = [];
  for (const { id, name, releasedDate, company } of byInterest(content, (posting) => posting.name).slice(
    0,
    DETAILED,
  )) {
    const { postingUrl, jobAd } = await ask(`${base}/${encodeURIComponent(id)}`, context, postingSchema);
    const { jobDescription, qualifications, additionalInformation } = jobAd.sections;
    const text = [jobDescription, qualifications, additionalInformation]
      .map((section) => plain(section?.text ?? ''))
      .join('\n\n');
    const url = postingUrl ?? `https://jobs.smartrecruiters.com/${company.identifier}/${id}`;
    openings.push({ title: name, url, text, date: day(releasedDate), company: company.name });
  }
  return openings;
};

const BOARDS: Record<JobBoard, ReadBoard> = {
  ...{ greenhouse, lever, ashby, smartrecruiters, workable },
  moka: readMoka,
};

/** All openings of an account; fails when the board has no such account. */
export function readBoard(
  { board, account }: BoardAccount,
  addresses: BoardAddresses,
  context: SourceContext,
): Promise<Opening[]> {
  return BOARDS[board](addresses[board], account, context);
}

const TECHNICAL =
  /engineer|scientist|developer|data|machine|research|product|工程师|算法|数据|研发|产品|AI|LLM/i;

/** Openings likely to tell of AI first. */
export function byInterest<T>(items: readonly T[], titleOf: (item: T) => string): T[] {
  const score = (item: T) => {
    const title = titleOf(item);
    return (
      (/(?:\bai\b|llm|machine learning|\bml\b|nlp|大模型|算法|智能|prompt)/i.test(title) ? 2 : 0) +
      (TECHNICAL.test(title) ? 1 : 0)
    );
  };
  return [...items].sort((a, b) => score(b) - score(a));
}
