import { z } from 'zod';
import { gatheringFailure } from '../../domain/gathering/failures.ts';
import type { PageRenderer } from './page-renderer.ts';
import { RENDER_PATIENCE, renderOverCdp } from './render-over-cdp.ts';

// The calls and fields are those of the service's own SDK (API version 2025-05-06), which no registry carries for Node 24.
const VERSION = '2025-05-06';
const IMAGE = 'browser_latest';
const PROFILE_FOLDER = '/tmp/agentbay_browser';
export const AGENTBAY_ADDRESS = 'https://wuyingai.cn-shanghai.aliyuncs.com';

const answerSchema = z.object({
  Success: z.boolean().optional(),
  Data: z.object({ SessionId: z.string().optional(), Url: z.string().optional() }).nullable().optional(),
});
type Answer = z.infer<typeof answerSchema>;

/** Renders pages in an AgentBay browser sandbox. Each page has a session of its own, which is always released. */
export function createAgentBayRenderer(
  apiKey: string,
  address: string = AGENTBAY_ADDRESS,
  patience = RENDER_PATIENCE,
): PageRenderer {
  const call = async (
    action: string,
    fields: Record<string, string>,
    signal: AbortSignal,
  ): Promise<NonNullable<Answer['Data']>> => {
    const response = await fetch(`${address}/?${new URLSearchParams({ Action: action, Version: VERSION })}`, {
      method: 'POST',
      signal,
      headers: { accept: 'application/json', 'x-acs-action': action, 'x-acs-version': VERSION },
      body: new URLSearchParams({ Authorization: `Bearer ${apiKey}`, ...fields }),
    });
    if (response.status === 401 || response.status === 403) throw gatheringFailure('key_refused');
    if (!response.ok) throw gatheringFailure('not_reachable');
    const answer = answerSchema.safeParse(await response.json());
    if (!answer.success || answer.data.Success === false) throw gatheringFailure('source_failed');
    return answer.data.Data ?? {};
  };
  return async (url, signal) => {
    const { SessionId: sessionId } = await call('CreateMcpSession', { ImageId: IMAGE }, signal);
    if (sessionId === undefined) throw gatheringFailure('source_failed');
    try {
      await call('InitBrowser', { SessionId: sessionId, PersistentPath: PROFILE_FOLDER }, signal);
      const { Url: endpoint } = await call('GetCdpLink', { SessionId: sessionId }, signal);
      if (endpoint === undefined) throw gatheringFailure('source_failed');
      return await renderOverCdp(endpoint, url, signal, patience);
    } finally {
      // Also when the run was cancelled: an open session costs money.
      await call('ReleaseMcpSession', { SessionId: sessionId }, AbortSignal.timeout(10_000)).catch(() => {});
    }
  };
}
