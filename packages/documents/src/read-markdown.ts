import type { SourceKind } from '@tokenholic/contracts';

export interface MarkdownReading {
  title: string;
  text: string;
  url: string | null;
  publishedAt: string | null;
  sourceKind: SourceKind;
}

const KINDS: Record<string, SourceKind> = {
  website: 'website',
  blog: 'website',
  jobs: 'website',
  news: 'news',
  github: 'github',
};

/** Markdown as it stands; front matter may say title, url, date and what kind of page it is. */
export function readMarkdown(source: string): MarkdownReading {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(source);
  const fields = new Map(
    (match?.[1] ?? '').split(/\r?\n/).map((line) => {
      const at = line.indexOf(':');
      return [
        line.slice(0, at).trim().toLowerCase(),
        line
          .slice(at + 1)
          .trim()
          .replace(/^["']|["']$/g, ''),
      ] as const;
    }),
  );
  const text = match === null ? source : source.slice(match[0].length);
  const url = fields.get('url');
  return {
    title: fields.get('title') ?? /^#\s+(.+)$/m.exec(text)?.[1] ?? '',
    text: text.trim(),
    url: url !== undefined && URL.canParse(url) ? url : null,
    publishedAt: fields.get('date') ?? null,
    sourceKind: KINDS[fields.get('kind') ?? ''] ?? 'file',
  };
}
