export interface Load {
  /** Resolves when no request is under way. */
  pause(): Promise<void>;
  resume(): void;
  /** Clients by id with the last name that was acknowledged. */
  stop(): Promise<Map<string, string>>;
  /** Requests that were not acknowledged. */
  refused(): number;
  /** How often, by the status that was answered; "none" when nothing came within ten seconds. */
  refusals(): string;
}

const WRITERS = 3;
const PAUSE_MILLISECONDS = 40;

/** People who create clients, have some of them researched and rename them, through any of the addresses. */
export function startLoad(addresses: readonly string[]): Load {
  const acknowledged = new Map<string, string>();
  let number = 0;
  const refusals = new Map<string, number>();
  let running = true;
  let stopped = false;
  const busy = new Set<number>();

  const send = async (method: string, path: string, body: unknown): Promise<boolean> => {
    const address = addresses[Math.floor(Math.random() * addresses.length)] ?? '';
    const status = await fetch(address + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    })
      .then((answer) => (answer.ok ? null : String(answer.status)))
      .catch(() => 'none');
    if (status !== null) refusals.set(status, (refusals.get(status) ?? 0) + 1);
    return status === null;
  };
  /** Sent until it is acknowledged: what was answered with an error may have been done all the same. */
  const insist = async (method: string, path: string, body: unknown) => {
    while (!stopped && !(await send(method, path, body)))
      await new Promise((resolve) => setTimeout(resolve, 200));
    return !stopped;
  };
  const one = async () => {
    number += 1;
    const id = `01970000-0000-7000-8000-${String(number).padStart(12, '0')}`;
    const notes = `智能客服使用 Qwen3.6-Plus，日均 ${number} 万次会话；视频生成使用 Seedance 2.0。`;
    const input = { links: [], materialIds: [], website: null, language: 'zh', publicSources: false };
    const research = number % 5 === 0 ? { ...input, notes } : null;
    const first = `客户 ${number}`;
    if (!(await insist('POST', '/api/clients', { id, name: first, website: null, research }))) return;
    acknowledged.set(id, first);
    const second = `客户 ${number} 更名`;
    if (await insist('PATCH', `/api/clients/${id}`, { name: second })) acknowledged.set(id, second);
    else acknowledged.delete(id);
  };
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    while (!stopped) {
      if (running) {
        busy.add(writer);
        await one();
        busy.delete(writer);
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  });
  return {
    pause: async () => {
      running = false;
      while (busy.size > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    resume: () => {
      running = true;
    },
    stop: async () => {
      running = false;
      while (busy.size > 0) await new Promise((resolve) => setTimeout(resolve, 20));
      stopped = true;
      await Promise.all(writers);
      return acknowledged;
    },
    refused: () => [...refusals.values()].reduce((sum, count) => sum + count, 0),
    refusals: () => [...refusals].map(([status, count]) => `${count} × ${status}`).join(', '),
  };
}
