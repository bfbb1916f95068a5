interface Rule {
  allow: boolean;
  path: string;
}

interface Group {
  agents: string[];
  rules: Rule[];
}

export interface Robots {
  isAllowed(path: string): boolean;
  sitemaps: readonly string[];
}

/** Larger files are cut here, as RFC 9309 allows. */
const PARSE_LIMIT = 512_000;

/** robots.txt by RFC 9309; paths are asked percent-encoded, as in an address: groups of one agent are merged, the longest matching rule wins, allow wins a tie. */
export function parseRobots(text: string, agent: string): Robots {
  const { groups, sitemaps } = readGroups(text.slice(0, PARSE_LIMIT));
  const own = rulesFor(groups, agent.toLowerCase());
  const rules = own ?? rulesFor(groups, '*') ?? [];
  return { isAllowed: (path) => decide(rules, upperEscapes(path)), sitemaps };
}

function rulesFor(groups: readonly Group[], agent: string): Rule[] | null {
  const matching = groups.filter((group) => group.agents.includes(agent));
  return matching.length === 0 ? null : matching.flatMap((group) => group.rules);
}

function readGroups(text: string): { groups: Group[]; sitemaps: string[] } {
  const groups: Group[] = [];
  const sitemaps: string[] = [];
  let open: Group | null = null;
  let readsAgents = false;
  for (const line of text.replace(/^[\uFEFF\uFFFD]+/, '').split(/\r\n|\r|\n/)) {
    const match = /^[ \t]*([a-z-]+(?:[ \t][a-z-]+)?)[ \t]*(?::|[ \t])[ \t]*(.*?)[ \t]*$/i.exec(
      line.replace(/#.*$/, ''),
    );
    const key = match?.[1]?.toLowerCase().replaceAll(/[\s-]/g, '');
    const value = match?.[2] ?? '';
    if (key === 'useragent' || key === 'usergent') {
      if (!readsAgents || open === null) {
        open = { agents: [], rules: [] };
        groups.push(open);
      }
      open.agents.push(agentToken(value));
      readsAgents = true;
    } else if (
      key === 'allow' ||
      key === 'disallow' ||
      key === 'dissallow' ||
      key === 'dissalow' ||
      key === 'disalow' ||
      key === 'diasllow' ||
      key === 'disallaw'
    ) {
      readsAgents = false;
      if (value !== '') open?.rules.push(...rulesOf(key === 'allow', normalisePath(value)));
    } else if (key === 'sitemap' && value !== '') {
      sitemaps.push(value);
    }
  }
  return { groups, sitemaps };
}

/** Who allows a folder's index page allows the folder's own address. */
function rulesOf(allow: boolean, path: string): Rule[] {
  const index = allow ? /^(.*\/)index\.html?$/.exec(path)?.[1] : undefined;
  return index === undefined
    ? [{ allow, path }]
    : [
        { allow, path },
        { allow, path: `${index}$` },
      ];
}

/** The product token; what follows it (a version) is not compared. */
function agentToken(value: string): string {
  return value.startsWith('*') ? '*' : (/^[a-z_-]+/i.exec(value)?.[0] ?? '').toLowerCase();
}

/** Percent-encodes what is not ASCII and upper-cases escapes, so that both spellings of a path are one. */
function normalisePath(path: string): string {
  const encoded = path.replace(/[^\x21-\x7e]/gu, (character) => {
    try {
      return encodeURIComponent(character);
    } catch {
      return character; // half of a surrogate pair: compared as it stands
    }
  });
  return upperEscapes(encoded);
}

function upperEscapes(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
}

function decide(rules: readonly Rule[], path: string): boolean {
  let best: Rule | null = null;
  for (const rule of rules) {
    if (!matches(rule.path, path)) continue;
    if (
      best === null ||
      rule.path.length > best.path.length ||
      (rule.path.length === best.path.length && rule.allow)
    )
      best = rule;
  }
  return best?.allow ?? true;
}

/** `*` stands for anything, `$` at the end for the end. Linear: a hostile pattern cannot blow up. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  let position = 0;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (index === 0) {
      if (!path.startsWith(part)) return false;
      position = part.length;
    } else if (isLast && anchored) {
      return path.length - part.length >= position && path.endsWith(part);
    } else {
      const found = path.indexOf(part, position);
      if (found < 0) return false;
      position = found + part.length;
    }
  }
  return !anchored || parts.length > 1 || position === path.length;
}
