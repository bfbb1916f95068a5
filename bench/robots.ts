import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseRobots } from '../services/map/research/domain/gathering/robots.ts';

const libraryParser: (
  url: string,
  robots: string,
) => { isAllowed(url: string, agent: string): boolean | undefined } = createRequire(import.meta.url)(
  'robots-parser',
);

// How many expectations of the public robots.txt conformance files hold, ours beside the `robots-parser` library.

interface Expectation {
  robots: string;
  url: string;
  agent: string;
  allowed: boolean;
}

/** The text form of the protocol buffers, as far as these files use it: quoted strings in a row are one string. */
function readExpectations(text: string): Expectation[] {
  const plain = text.replace(/^\s*#.*$/gm, '');
  const found: Expectation[] = [];
  let robots = '';
  let open: Partial<Expectation> = {};
  const field = /(robotstxt|testurl|useragent|expected_outcome):\s*((?:"(?:\\.|[^"\\])*"\s*)+|\w+)/g;
  for (const [, name, raw] of plain.matchAll(field)) {
    const value = (raw ?? '').startsWith('"') ? unquote(raw ?? '') : (raw ?? '');
    if (name === 'robotstxt') robots = value;
    if (name === 'testurl') open = { robots, url: value };
    if (name === 'useragent') open.agent = value;
    if (name === 'expected_outcome')
      found.push({ robots, url: open.url ?? '', agent: open.agent ?? '', allowed: value === 'ALLOWED' });
  }
  return found;
}

function unquote(raw: string): string {
  const bytes = [...raw.matchAll(/"((?:\\.|[^"\\])*)"/g)].map((match) => match[1] ?? '').join('');
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' };
  const decoded = bytes.replace(/\\(x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)/g, (_all, code: string) => {
    if (code.startsWith('x')) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
    return escapes[code] ?? code;
  });
  // Escaped bytes are UTF-8; text that was written plainly is text already.
  return [...decoded].every((character) => character.charCodeAt(0) < 256)
    ? Buffer.from(decoded, 'latin1').toString('utf8')
    : decoded;
}

const folder = join(import.meta.dirname, '../../shared/data/robots-txt');
const out = (text: string) => process.stdout.write(`${text}\n`);
if (!existsSync(folder)) {
  out('robots: the conformance files are not here; nothing was measured');
  process.exit(0);
}
let total = 0;
let ours = 0;
let theirs = 0;
let filesPassed = 0;
const files = readdirSync(folder).filter((name) => name.endsWith('.textproto'));
for (const name of files) {
  const expectations = readExpectations(readFileSync(join(folder, name), 'utf8'));
  let broken = 0;
  for (const { robots, url, agent, allowed } of expectations) {
    const path = url.replace(/^https?:\/\/[^/?#]*/, '').replace(/#.*$/, '') || '/';
    total += 1;
    if (parseRobots(robots, agent).isAllowed(path) === allowed) ours += 1;
    else {
      broken += 1;
      if (process.argv.includes('--verbose'))
        out(`${name}: ${agent} ${path} should be ${allowed} in ${JSON.stringify(robots).slice(0, 300)}`);
    }
    const address = `http://foo.bar${path}`;
    if ((libraryParser('http://foo.bar/robots.txt', robots).isAllowed(address, agent) ?? true) === allowed)
      theirs += 1;
  }
  if (broken === 0 && expectations.length > 0) filesPassed += 1;
}
out(
  `robots: ${filesPassed} of ${files.length} files; ${ours} of ${total} expectations (robots-parser: ${theirs}), ratio ${(ours / theirs).toFixed(3)}`,
);
