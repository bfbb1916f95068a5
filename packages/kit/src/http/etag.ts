import { AppError } from '../errors.ts';

/** `"v7.r3"`: version 7 after 3 edits. */
export function formatEntityTag(version: number, revision: number): string {
  return `"v${version}.r${revision}"`;
}

export interface EntityTag {
  version: number;
  revision: number;
}

/** Reads an If-Match header; editing without one could overwrite what others did meanwhile. */
export function requireEntityTag(header: string | undefined): EntityTag {
  const match = /^(?:W\/)?"v(\d{1,9})\.r(\d{1,9})"$/.exec(header?.trim() ?? '');
  if (match === null) {
    throw new AppError({
      kind: 'invalid',
      code: 'kit.if_match_required',
      message: {
        zh: '缺少版本标记（If-Match）。请刷新页面后再编辑。',
        en: 'The version tag (If-Match) is missing. Reload the page and edit again.',
      },
    });
  }
  return { version: Number(match[1]), revision: Number(match[2]) };
}
