import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { copyPreparedSamples, startSamples } from './prepared-samples.ts';

export const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
export const hasBrowser =
  existsSync(CHROMIUM) && existsSync(join(import.meta.dirname, '../apps/web/dist/index.html'));

const FLAGS = [
  ...[
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
  ...['--disable-component-update', '--disable-sync'],
];

export interface Look {
  language: 'zh' | 'en';
  theme: 'light' | 'dark';
  width: number;
  height: number;
}

export const DESK = { width: 1_440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Every pair of language, theme and size: what one of them breaks, alone or beside another, shows in one of the four. */
export const LOOKS: readonly Look[] = [
  { language: 'zh', theme: 'light', ...DESK },
  { language: 'zh', theme: 'dark', ...PHONE },
  { language: 'en', theme: 'light', ...PHONE },
  { language: 'en', theme: 'dark', ...DESK },
];

export interface Stage {
  address: string;
  open(path: string, look: Look): Promise<Page>;
  close(): Promise<void>;
}

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

/**
 * The whole product with its sample clients on a port of its own, and a browser to look at it. It finds by words alone unless
 * told otherwise: embedding the built-in base in every test file would only make them slow.
 */
export async function openStage(environment: Record<string, string> = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'tokenholic-e2e-'));
  if (Object.keys(environment).length === 0) await copyPreparedSamples(folder);
  const running = await startSamples(folder, environment);
  const browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  return {
    address: running.address,
    open: async (path, { language, theme, width, height }) => {
      const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
      contexts.push(context);
      // A slow machine is no failure.
      context.setDefaultTimeout(90_000);
      await context.addInitScript(
        ([chosenLanguage, chosenTheme]) => {
          localStorage.setItem('tokenholic.language', String(chosenLanguage));
          localStorage.setItem('tokenholic.theme', String(chosenTheme));
        },
        [language, theme],
      );
      await context.addInitScript(noteRefusals);
      const page = await context.newPage();
      await page.goto(running.address + path);
      return page;
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await browser.close();
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs in the page: keeps what its policy of contents refused. */
export function noteRefusals(): void {
  const refused: string[] = [];
  Object.assign(globalThis, { refusedByPolicy: refused });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    // The schema library asks once whether it may compile, is told no, and goes on without.
    if (blockedURI !== 'eval') refused.push(`policy: ${violatedDirective} ${blockedURI}`);
  });
}

/** What axe finds against WCAG 2.1 A and AA on the page as it stands: a rule and the first places it is broken; and what its policy of contents refused. */
export async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  const refused: unknown = await page.evaluate(() => Reflect.get(globalThis, 'refusedByPolicy') ?? []);
  return [
    ...(Array.isArray(refused) ? refused.map(String) : []),
    ...violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ target }) => target.join(' '))
          .join(', ')}`,
    ),
  ];
}
