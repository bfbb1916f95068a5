/** How long a page may take. */
export interface RenderPatience {
  loadMilliseconds: number;
  /** A page that keeps polling never goes quiet: what is there by then is read. */
  settleMilliseconds: number;
}

export const RENDER_PATIENCE: RenderPatience = { loadMilliseconds: 20_000, settleMilliseconds: 5_000 };

/** Opens a page in the browser behind a Chrome DevTools address and gives back what its scripts made of it. */
export async function renderOverCdp(
  endpoint: string,
  url: string,
  signal: AbortSignal,
  { loadMilliseconds, settleMilliseconds }: RenderPatience,
): Promise<{ url: string; html: string }> {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.connectOverCDP(endpoint, { timeout: loadMilliseconds });
  const stop = () => void browser.close();
  signal.addEventListener('abort', stop);
  try {
    const context = browser.contexts()[0] ?? (await browser.newContext());
    const page = await context.newPage();
    await page.goto(url, { timeout: loadMilliseconds, waitUntil: 'domcontentloaded' });
    await page.waitForLoadState('networkidle', { timeout: settleMilliseconds }).catch(() => {});
    return { url: page.url(), html: await page.content() };
  } finally {
    signal.removeEventListener('abort', stop);
    await browser.close();
  }
}
