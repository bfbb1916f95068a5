import type { LocalizedText } from '@tokenholic/contracts';
import { AppError } from '@tokenholic/kit';

const MESSAGES = {
  not_reachable: {
    zh: '无法连接，可能没有网络或网站已下线。',
    en: 'Could not be reached: no network, or the site is down.',
  },
  address_forbidden: {
    zh: '该地址指向内部网络，出于安全原因不会访问。',
    en: 'This address leads into a private network and is not visited for safety.',
  },
  robots_forbid: {
    zh: '网站的 robots.txt 不允许抓取，已跳过。',
    en: "The site's robots.txt does not allow reading it; skipped.",
  },
  redirect_loop: {
    zh: '网站反复跳转，无法打开。',
    en: 'The site redirects in circles and cannot be opened.',
  },
  site_hangs: { zh: '网站长时间没有响应，已放弃等待。', en: 'The site did not answer in time.' },
  page_too_large: { zh: '页面过大，已跳过。', en: 'The page is too large and was skipped.' },
  page_empty: { zh: '页面没有可读的正文。', en: 'The page has no readable text.' },
  page_refused: { zh: '网站拒绝了访问。', en: 'The site refused access.' },
  content_unsupported: { zh: '这种内容类型无法阅读。', en: 'This kind of content cannot be read.' },
  language_unsupported: {
    zh: '页面不是中文或英文，已保存但未做分析。',
    en: 'The page is neither Chinese nor English: it is kept but not analysed.',
  },
  file_cut: {
    zh: '文件很大，只读取了前面的部分。',
    en: 'The file is very large: only its first part was read.',
  },
  key_refused: {
    zh: '服务拒绝了 API Key。请在“设置 › 连接”中核对。',
    en: 'The service refused the API key. Check it in Settings › Connections.',
  },
  quota_spent: {
    zh: '服务的调用额度已用完或被限流，本次跳过。',
    en: 'The service is rate-limited or out of quota; skipped this time.',
  },
  source_failed: {
    zh: '读取这个来源时出错，其他来源不受影响。',
    en: 'Reading this source failed; the others are not affected.',
  },
} as const satisfies Record<string, LocalizedText>;

export type GatheringCode = keyof typeof MESSAGES;

/** Why a page or file could not be read, in words for the user. */
export function gatheringFailure(code: GatheringCode, cause?: unknown): AppError {
  const kind = code === 'not_reachable' || code === 'site_hangs' ? 'unavailable' : 'invalid';
  return new AppError({ kind, code: `research.${code}`, message: MESSAGES[code], cause });
}

export function gatheringMessage(code: GatheringCode): { code: string; message: LocalizedText } {
  return { code: `research.${code}`, message: MESSAGES[code] };
}
