/** Boards on which companies publish their openings, and how an address of each names the company. */
export const JOB_BOARDS = ['greenhouse', 'lever', 'ashby', 'smartrecruiters', 'workable', 'moka'] as const;
export type JobBoard = (typeof JOB_BOARDS)[number];

const BOARD_ADDRESSES: Record<JobBoard, RegExp> = {
  greenhouse:
    /^https?:\/\/(?:(?:job-)?boards(?:\.eu)?\.greenhouse\.io\/(?:embed\/job_board(?:\/js)?\?(?:.*&)?for=)?|boards-api\.greenhouse\.io\/v1\/boards\/)([\w-]+)/i,
  lever: /^https?:\/\/jobs(?:\.eu)?\.lever\.co\/([\w.-]+)/i,
  ashby: /^https?:\/\/jobs\.ashbyhq\.com\/([\w.%-]+)/i,
  smartrecruiters: /^https?:\/\/(?:careers|jobs)\.smartrecruiters\.com\/([\w-]+)/i,
  workable: /^https?:\/\/apply\.workable\.com\/([\w-]+)/i,
  // Organisation and number of its site: both stand in the address of an opening.
  moka: /^https?:\/\/[\w-]+\.mokahr\.com\/(?:m\/)?(?:social-recruitment|campus-recruitment|apply|campus_apply)\/([\w-]+\/\d+)/i,
};

/** Boards on which a company's account is guessed from its name; on Moka only what its own site links is asked. */
export const GUESSED_BOARDS: readonly JobBoard[] = JOB_BOARDS.filter((board) => board !== 'moka');

export interface BoardAccount {
  board: JobBoard;
  account: string;
}

/** The boards a site leads to, each account once. */
export function boardsIn(links: readonly string[]): BoardAccount[] {
  const found = new Map<string, BoardAccount>();
  for (const link of links)
    for (const board of JOB_BOARDS) {
      const account = BOARD_ADDRESSES[board].exec(link)?.[1];
      if (account !== undefined && account !== 'embed')
        found.set(`${board}/${account.toLowerCase()}`, { board, account: decodeURIComponent(account) });
    }
  return [...found.values()];
}

/** Names a company may have on a board: its web name, and its own name when that is written in Latin letters. */
export function likelyAccounts(name: string, website: string | null): string[] {
  const host =
    website === null || !URL.canParse(website) ? '' : new URL(website).hostname.replace(/^www\./, '');
  const label = host.split('.')[0] ?? '';
  const written = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  // A word this short is somebody else's as likely as not.
  return [...new Set([label, written])].filter((account) => /^[a-z][a-z0-9-]{3,}$/.test(account));
}

const SOCIAL_HOSTS: readonly [RegExp, string][] = [
  [/^https?:\/\/bsky\.app\/profile\/[\w.:-]+/i, 'Bluesky'],
  [/^https?:\/\/(?:www\.)?medium\.com\/@?[\w.-]+|^https?:\/\/[\w-]+\.medium\.com/i, 'Medium'],
  [/^https?:\/\/(?:www\.)?youtube\.com\/(?:@|c\/|channel\/|user\/)[\w.-]+/i, 'YouTube'],
  [/^https?:\/\/(?:[a-z]{2}\.|www\.)?linkedin\.com\/company\/[\w%-]+/i, 'LinkedIn'],
  [/^https?:\/\/(?:www\.)?(?:x|twitter)\.com\/\w{2,}/i, 'X'],
  [/^https?:\/\/(?:www\.)?weibo\.com\/[\w/]+/i, 'Weibo'],
  [/^https?:\/\/(?:www\.)?zhihu\.com\/(?:org|people|column)\/[\w-]+/i, 'Zhihu'],
  [/^https?:\/\/space\.bilibili\.com\/\d+/i, 'Bilibili'],
  [/^https?:\/\/mp\.weixin\.qq\.com\/s[/?]/i, 'WeChat'],
];

export interface SocialProfile {
  network: string;
  url: string;
}

/** The public profiles a site leads to, each network once: a company links its own. */
export function socialProfilesIn(links: readonly string[]): SocialProfile[] {
  const found = new Map<string, SocialProfile>();
  for (const link of links)
    for (const [pattern, network] of SOCIAL_HOSTS) {
      const url = pattern.exec(link)?.[0];
      const isButton = /(?:share|intent|sharer|hashtag)\b/i.test(link);
      if (url !== undefined && !isButton && !found.has(network))
        found.set(network, { network, url: network === 'WeChat' ? link : url });
    }
  return [...found.values()];
}
