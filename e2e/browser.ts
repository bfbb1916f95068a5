import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromiumBinary } from '@tokenholic/kit/testing';
import type { RunningProduct } from '@tokenholic/server';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { copyPreparedSamples, startSamples } from './prepared-samples.ts';

export const hasBrowser =
  chromiumBinary !== null && existsSync(join(import.meta.dirname, '../apps/web/dist/index.html'));

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

/** WCAG 2.1 A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

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

/** Opens an address of the product as somebody with this look would see it. */
export type Open = (path: string, look: Look) => Promise<Page>;

export interface Stage {
  readonly address: string;
  open: Open;
}

/** One for all test files of a process; it ends with it. */
let browser: Promise<Browser> | null = null;

async function launch(): Promise<Browser> {
  if (chromiumBinary === null) throw new Error('There is no Chromium');
  return chromium.launch({ executablePath: chromiumBinary, args: FLAGS });
}

/** A browser for the tests of a `describe`. What a test opened is closed after it: an open page goes on drawing and asking. */
export function useBrowser(address: () => string): Open {
  let contexts: BrowserContext[] = [];
  afterEach(async () => {
    for (const context of contexts) await context.close();
    contexts = [];
  });
  return async (path, { language, theme, width, height }) => {
    browser ??= launch();
    const launched = await browser;
    const context = await launched.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
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
    await page.goto(address() + path);
    return page;
  };
}

/**
 * The whole product with its sample clients on a port of its own, for the tests of a `describe`, and a browser to look at it. It
 * finds by words alone: embedding the built-in base in every test file would only make them slow.
 */
export function useStage(): Stage {
  let folder: string | null = null;
  let running: RunningProduct | null = null;
  const address = () => {
    if (running === null) throw new Error('The product is not running yet');
    return running.address;
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tokenholic-e2e-'));
    await copyPreparedSamples(folder);
    running = await startSamples(folder);
  });
  const open = useBrowser(address);
  afterAll(async () => {
    await running?.stop();
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  });
  return {
    open,
    get address() {
      return address();
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
    // No frame of another site is looked into, so no page of axe's own is needed; and nobody reads what passed.
    .setLegacyMode(true)
    .options({ runOnly: { type: 'tag', values: RULES }, resultTypes: ['violations'] })
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
