import { readFileSync, writeFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import {
  type CreateClient,
  clientSchema,
  materialSchema,
  type ResearchInput,
  type ResearchRun,
  researchRunSchema,
} from '@tokenholic/contracts';
import { announcedAddress, isAppError } from '@tokenholic/kit';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { type Configuration, readConfiguration } from '../configuration.ts';
import { startProduct } from '../start.ts';
import { type ApiClient, ApiFailure, apiClient } from './api-client.ts';

export interface MapCommandOptions {
  url?: string[];
  file?: string[];
  note?: string[];
  offline: boolean;
  lang: 'zh' | 'en';
  theme: 'light' | 'dark';
  out: string;
}

const FORMATS = ['.html', '.json', '.png', '.pdf', '.pptx', '.xlsx', '.svg'];

/** `tokenholic map`: the same way as in the browser, over the same API. Uses the running product when there is one. */
export async function mapCommand(
  name: string,
  options: MapCommandOptions,
  say: (text: string) => void,
): Promise<void> {
  const format = extname(options.out).toLowerCase();
  if (!FORMATS.includes(format)) throw new Error(`--out must end in ${FORMATS.join(', ')}`);
  const configuration = readConfiguration(
    { ...process.env, PORT: '0', TOKENHOLIC_SAMPLES: 'false', TOKENHOLIC_LOG_LEVEL: 'error' },
    process.cwd(),
  );
  const { address, stop } = await reach(configuration);
  try {
    const api = apiClient(address);
    const clientId = await findOrCreate(api, name);
    const run = await follow(api, clientId, await begin(api, clientId, options), say);
    if (run.status !== 'completed')
      throw new Error(run.error?.message[options.lang] ?? `The run ended as ${run.status}`);
    const query = new URLSearchParams({ language: options.lang, theme: options.theme });
    writeFileSync(
      options.out,
      await api.bytes(`/api/clients/${clientId}/map/export/${format.slice(1)}?${query}`),
    );
    say(options.out);
  } finally {
    await stop();
  }
}

/** The product that already runs on this data folder, or one of our own for as long as the command takes. */
export async function reach(
  configuration: Configuration,
): Promise<{ address: string; stop: () => Promise<void> }> {
  try {
    return await startProduct(configuration);
  } catch (error) {
    const running = announcedAddress(configuration.dataFolder);
    if (!isAppError(error, 'kit.folder_in_use') || running === null) throw error;
    return { address: running, stop: async () => {} };
  }
}

async function findOrCreate(api: ApiClient, name: string): Promise<string> {
  const client: CreateClient = {
    id: uuidv7(),
    name,
    website: null,
    research: null,
    allowDuplicateName: false,
  };
  try {
    return (await api.call(clientSchema, 'POST', '/api/clients', client)).id;
  } catch (error) {
    if (error instanceof ApiFailure && error.code === 'identity.client_name_taken')
      return z.uuid().parse(error.details.clientId);
    throw error;
  }
}

async function begin(api: ApiClient, clientId: string, options: MapCommandOptions): Promise<ResearchRun> {
  const materialIds: string[] = [];
  for (const path of options.file ?? []) {
    const form = new FormData();
    form.append('file', new Blob([readFileSync(path)]), basename(path));
    materialIds.push((await api.call(materialSchema, 'POST', `/api/clients/${clientId}/materials`, form)).id);
  }
  const [website = null, ...links] = options.url ?? [];
  const notes = (options.note ?? []).join('\n\n');
  const input: ResearchInput = {
    website,
    links,
    notes,
    materialIds,
    language: options.lang,
    publicSources: !options.offline,
  };
  return startWhenKnown(api, clientId, input);
}

const TRIES = 25;

/** The research service hears of a new client by its event, a moment after it was created. */
async function startWhenKnown(api: ApiClient, clientId: string, input: ResearchInput): Promise<ResearchRun> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await api.call(researchRunSchema, 'POST', `/api/clients/${clientId}/research-runs`, input);
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.code !== 'research.run_not_found' || left === 0)
        throw error;
      await pause(200);
    }
  }
}

async function follow(
  api: ApiClient,
  clientId: string,
  started: ResearchRun,
  say: (text: string) => void,
): Promise<ResearchRun> {
  let last = '';
  for (
    let run = started;
    ;
    run = await api.call(researchRunSchema, 'GET', `/api/clients/${clientId}/research-runs/${started.id}`)
  ) {
    const line = `${run.status}: ${run.pages} pages, ${run.findings} findings`;
    if (line !== last) say(line);
    last = line;
    if (['completed', 'failed', 'cancelled', 'interrupted'].includes(run.status)) return run;
    await pause(300);
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
