import { chromium } from 'playwright-core';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration, startProduct } from '@tokenholic/server';
import { createServer } from 'node:http';
const chat = createServer((q, r) => { q.resume(); r.end('ok'); });
await new Promise<void>((done) => chat.listen(0, '127.0.0.1', done));
const port = (chat.address() as { port: number }).port;
const folder = mkdtempSync(join(tmpdir(), 'nw-'));
const running = await startProduct(readConfiguration({ PORT: '0', TOKENHOLIC_DATA: folder, TOKENHOLIC_LOG_LEVEL: 'error', TOKENHOLIC_ALLOWED_PRIVATE_HOSTS: `127.0.0.1:${port}` }, folder));
for (let i = 0; i < 300; i++) { const r = await (await fetch(running.address + '/api/copilot/clients')).json() as { items: { opportunity: number | null }[] }; if (r.items.length === 5 && r.items.every((c) => c.opportunity !== null)) break; await new Promise((d) => setTimeout(d, 200)); }
const A = running.address; const Y = '01990000-0000-7000-8000-000000000001';
await fetch(`${A}/api/settings/notice-channels/01970000-0000-7000-8000-0000000000f1`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'slack', name: '#deals', language: 'en', level: 'info', kinds: ['escalation'], detail: 'full', enabled: true, address: `http://127.0.0.1:${port}/services/x/abcd` }) });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const open = async (path: string, look: { language: string; theme: string; width: number; height: number }, as?: string) => {
  const context = await browser.newContext({ viewport: { width: look.width, height: look.height } });
  await context.addInitScript(([l, t]) => { localStorage.setItem('tokenholic.language', l!); localStorage.setItem('tokenholic.theme', t!); }, [look.language, look.theme]);
  if (as) await context.addCookies([{ name: 'tokenholic_demo_user', value: as, url: A }]);
  const page = await context.newPage(); page.on('console', (m) => { if (m.type() === 'error') console.log('console', m.text()); }); page.on('pageerror', (e) => console.log('pageerror', e.message));
  await page.goto(A + path); return page;
};
const D = { language: 'zh', theme: 'light', width: 1440, height: 900 };
const other = await open(`/copilot?client=${Y}`, { ...D, language: 'en' }, '01970000-0000-7000-8000-0000000000d2');
const page = await open(`/copilot?client=${Y}`, D);
await page.waitForTimeout(2500);
await fetch(`${A}/api/clients/${Y}/copilot/tasks`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id: '01970000-0000-7000-8000-00000000e0e1', title: '客户要求今天回电', reason: '', dueAt: null, escalation: true }) });
await page.waitForTimeout(2000);
await page.screenshot({ path: '/tmp/nw/s-workspace.png' });
await page.getByRole('button', { name: '全部', exact: true }).last().click(); await page.waitForTimeout(800);
await page.screenshot({ path: '/tmp/nw/s-centre.png' });
for (const [name, look] of [['zh', D], ['en-dark', { language: 'en', theme: 'dark', width: 1440, height: 900 }], ['phone', { ...D, width: 390, height: 844 }]] as const) {
  const p = await open('/settings/notices', look); await p.waitForTimeout(1500);
  if (name === 'en-dark') { await p.getByRole('button', { name: 'Send a test' }).click(); await p.waitForTimeout(800); await p.getByRole('button', { name: 'Connect a chat' }).click(); await p.waitForTimeout(300); }
  await p.screenshot({ path: `/tmp/nw/s-settings-${name}.png`, fullPage: true });
  const wide = await p.evaluate(() => document.documentElement.scrollWidth > innerWidth); console.log(name, 'overflows', wide);
}
const ph = await open('/copilot', { ...D, width: 390, height: 844 }); await ph.waitForTimeout(1500); await ph.screenshot({ path: '/tmp/nw/s-phone.png' });
const au = await open('/settings/audit', D); await au.waitForTimeout(1500); await au.screenshot({ path: '/tmp/nw/s-audit.png' });
await browser.close(); await running.stop(); chat.close(); process.exit(0);
