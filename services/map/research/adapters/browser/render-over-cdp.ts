const LOAD_MILLISECONDS = 20_000;
const SETTLE_MILLISECONDS = 5_000;

/** Opens a page in the browser behind a Chrome DevTools address and gives back what its scripts made of it. */
export async function renderOverCdp(
  endpoint: string,
  url: string,
  signal: AbortSignal,
): Promise<{ url: string; html: string }> {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.connectOverCDP(endpoint, { timeout: LOAD_MILLISECONDS });
  const stop = () => void browser.close();
  signal.addEventListener('abort', stop);
  try {
    const context = browser.contexts()[0] ?? (await browser.newContext());
    const page = await context.newPage();
    await page.goto(url, { timeout: LOAD_MILLISECONDS, waitUntil: 'domcontentloaded' });
    // A page that keeps polling never goes quiet: what is there by then is read.
    await page.waitForLoadState('networkidle', { timeout: SETTLE_MILLISECONDS }).catch(() => {});
    return { url: page.url(), html: await page.content() };
  } finally {
    signal.removeEventListener('abort', stop);
    await browser.close();
  }
}
