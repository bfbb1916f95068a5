import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration, startProduct } from '@tokenholic/server';
import { chromium } from 'playwright-core';

// The workspace of a person with 10,000 clients in Chromium: from the navigation until the list stands and answers a press
// of a key with the next client's page, and from a letter typed into the search until the list shows what it finds. Each
// time beside the same page of the same build with no clients but the few of another person. Beside the clock, which a busy
// machine stretches: requests and bytes until the list stands, and the processor time of the server and of the page.

const CLIENTS = 10_000;
const EVENTS = 100_000;
const ROUNDS = 7;
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const MANAGER = '01970000-0000-7000-8000-0000000000d1';
const SPECIALIST = '01970000-0000-7000-8000-0000000000d3';
const out = (text: string) => process.stdout.write(`${text}\n`);
if (!existsSync(CHROMIUM)) {
  out('screen: no Chromium here, nothing measured');
  process.exit(0);
}
const idOf = (index: number) => `01970000-0000-7000-8000-c${index.toString(16).padStart(11, '0')}`;
const ids = Array.from({ length: CLIENTS }, (_, index) => idOf(index));
const folder = mkdtempSync(join(tmpdir(), 'tokenholic-bench-'));
const environment = {
  ...{ PORT: '0', TOKENHOLIC_DATA: folder, TOKENHOLIC_LOG_LEVEL: 'silent', TOKENHOLIC_SAMPLES: 'false' },
  TOKENHOLIC_EMBEDDINGS: 'off',
};
const { address, product, stop } = await startProduct(readConfiguration(environment, folder));
const { pool } = product.kit.database;
await pool.query(
  `insert into identity.organizations (organization_id, kind, name, name_key, created_by)
   select id, 'client', 'Company ' || n, 'company' || n, $2 from unnest($1::uuid[]) with ordinality as given(id, n)`,
  [ids, MANAGER],
);
for (const [person, most] of [
  [MANAGER, CLIENTS],
  [SPECIALIST, 5],
] as const)
  await pool.query(
    'insert into identity.assignments (user_id, organization_id) select $2, unnest($1::uuid[])',
    [ids.slice(0, most), person],
  );
await pool.query(
  `insert into copilot.clients (organization_id, name, search_text, stage_since, heat, mood_at, last_at, health)
   select id, 'Company ' || n, 'company' || n, now(), n % 1009, now(), now() - n * interval '1 minute', n % 100
   from unnest($1::uuid[]) with ordinality as given(id, n)`,
  [ids],
);
await pool.query(
  `insert into copilot.timeline (id, organization_id, kind, type, form, title, occurred_at, actor, weight)
   select gen_random_uuid(), ($1::uuid[])[1 + n % $2], 'research', 'research.progressed', 'line',
     '{"zh":"进行中","en":"Under way"}', now() - n * interval '1 second', 'system', 0 from generate_series(1, $3::int) n`,
  [ids, CLIENTS, EVENTS],
);
await pool.query('analyze');
product.principals.forget();

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });

interface Figures {
  interactive: number;
  search: number;
  requests: number;
  kilobytes: number;
  /** Milliseconds of processor until the list stands: of this process, which is the server and drives the browser, … */
  server: number;
  /** … and of the page's main thread. */
  page: number;
}

async function measure(person: string): Promise<Figures> {
  const rounds: Figures[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
    await context.addCookies([{ name: 'tokenholic_demo_user', value: person, url: address }]);
    await context.addInitScript(() => localStorage.setItem('tokenholic.language', 'en'));
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await devtools.send('Network.enable');
    let requests = 0;
    let bytes = 0;
    devtools.on('Network.responseReceived', () => {
      requests += 1;
    });
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    const used = process.cpuUsage();
    const started = performance.now();
    await page.goto(`${address}/copilot`, { waitUntil: 'commit' });
    const chosen = page.locator('li button[aria-current="true"]');
    await chosen.waitFor();
    const first = await chosen.innerText();
    await page.keyboard.press('j');
    await page.waitForFunction((text) => {
      const now = document.querySelector<HTMLElement>('li button[aria-current="true"]');
      return now !== null && now.innerText !== text;
    }, first);
    const interactive = performance.now() - started;
    const { user, system } = process.cpuUsage(used);
    const { metrics } = await devtools.send('Performance.getMetrics');
    const task = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
    const until = { requests, kilobytes: bytes / 1e3, server: (user + system) / 1e3, page: task * 1e3 };
    await page.keyboard.press('/');
    const typed = performance.now();
    await page.keyboard.type('company 3');
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLElement>('li button span.font-semibold')]
        .filter((name) => name.innerText.startsWith('Company'))
        .every((name) => name.innerText.startsWith('Company 3')),
    );
    rounds.push({ interactive, search: performance.now() - typed, ...until });
    await context.close();
  }
  const middle = (key: keyof Figures) =>
    rounds.map((one) => one[key]).sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
  return {
    ...{ interactive: middle('interactive'), search: middle('search'), requests: middle('requests') },
    ...{ kilobytes: middle('kilobytes'), server: middle('server'), page: middle('page') },
  };
}

const few = await measure(SPECIALIST);
const many = await measure(MANAGER);
const told = ({ interactive, search, requests, kilobytes, server, page }: Figures) =>
  `interactive ${interactive.toFixed(0)} ms, typed to shown ${search.toFixed(0)} ms, ${requests} answers of ${kilobytes.toFixed(0)} kB, processor ${server.toFixed(0)} ms of the server and ${page.toFixed(0)} ms of the page`;
out(
  `screen: 5 clients: ${told(few)}; ${CLIENTS} clients, ${EVENTS} events: ${told(many)} (medians of ${ROUNDS}); load of the machine ${loadavg()[0]?.toFixed(1)}`,
);
await browser.close();
await stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
