import { useQuery } from '@tanstack/react-query';
import type {
  Client,
  CreateClient,
  Material,
  PortfolioEntry,
  ResearchInput,
  ResearchRun,
} from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';

/** As many as one answer holds, the newest; `nextCursor` says that there are more. */
export function useClients(search: string) {
  return useQuery({
    queryKey: ['clients', search],
    queryFn: () =>
      get<{ items: Client[]; nextCursor: string | null }>(
        `/api/clients?limit=200&search=${encodeURIComponent(search)}`,
      ),
    placeholderData: (previous) => previous,
  });
}

export function usePortfolio() {
  return useQuery({
    queryKey: ['portfolio'],
    queryFn: () => get<{ items: PortfolioEntry[] }>('/api/portfolio'),
    refetchInterval: 30_000,
  });
}

export interface NewClient {
  name: string;
  input: ResearchInput;
  files: readonly File[];
  allowDuplicateName: boolean;
}

export interface Started {
  clientId: string;
  /** Known at once when files were sent; else research starts by itself a moment later. */
  runId: string | null;
}

/** Creates the client and starts research: files first, so that the run can read them. */
export async function startClient(
  id: string,
  { name, input, files, allowDuplicateName }: NewClient,
  onUpload: (name: string) => void,
): Promise<Started> {
  const hasFiles = files.length > 0;
  const client: CreateClient = {
    id,
    name,
    website: input.website,
    research: hasFiles ? null : input,
    allowDuplicateName,
  };
  await post('/api/clients', client);
  if (!hasFiles) return { clientId: id, runId: null };
  const materialIds: string[] = [];
  for (const file of files) {
    onUpload(file.name);
    const form = new FormData();
    form.append('file', file);
    materialIds.push((await post<Material>(`/api/clients/${id}/materials`, form)).id);
  }
  const run = await startWhenKnown(id, { ...input, materialIds });
  return { clientId: id, runId: run.id };
}

const TRIES = 10;

/** The research service learns of a new client by its event, a moment after it was created. */
async function startWhenKnown(clientId: string, input: ResearchInput): Promise<ResearchRun> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return (await request<ResearchRun>('POST', `/api/clients/${clientId}/research-runs`, input)).data;
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
