import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Battlecard,
  BattleMap,
  EvidencePage,
  LocalizedText,
  MapEdit,
  MapVersion,
  Provider,
  RecordedEdit,
  ResearchInput,
  ResearchInterval,
  ResearchRun,
  ResearchSchedule,
  SourceFreshness,
} from '@tokenholic/contracts';
import { ApiError, get, post, request } from '@/api/http';

export interface TaggedMap {
  map: BattleMap;
  etag: string;
}

const mapKey = (clientId: string, version: number | undefined) => ['map', clientId, version ?? 'current'];

/** The current map with its tag, or an older version to look at. */
export function useMap(clientId: string, version: number | undefined) {
  return useQuery({
    queryKey: mapKey(clientId, version),
    queryFn: async (): Promise<TaggedMap> => {
      const path = version === undefined ? '/map' : `/map/versions/${version}`;
      const { data, etag } = await request<BattleMap>('GET', `/api/clients/${clientId}${path}`);
      return { map: data, etag: etag ?? '' };
    },
    placeholderData: (previous) => previous,
  });
}

export function useVersions(clientId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['map-versions', clientId],
    queryFn: () => get<{ items: MapVersion[] }>(`/api/clients/${clientId}/map/versions`),
    enabled,
  });
}

/** All edits by hand up to the revision that is shown, oldest first. */
export function useEdits({ clientId, revision }: Pick<BattleMap, 'clientId' | 'revision'>, enabled: boolean) {
  return useQuery({
    queryKey: ['map-edits', clientId, revision],
    queryFn: () => get<{ items: RecordedEdit[] }>(`/api/clients/${clientId}/map/edits`),
    enabled,
    placeholderData: (previous) => previous,
  });
}

/** Somebody else was faster: what they did, and the map as it is now. */
export interface Collision {
  edit: MapEdit;
  current: BattleMap;
  edits: RecordedEdit[];
}

export function collisionOf(error: unknown, edit: MapEdit): Collision | null {
  if (!(error instanceof ApiError) || error.code !== 'battlemap.changed_meanwhile') return null;
  const { current, edits } = error.details as { current: BattleMap; edits: RecordedEdit[] };
  return { edit, current, edits };
}

/** Sends one edit against the map that was looked at; the answer is the map after it. */
export function useEditMap(clientId: string) {
  const client = useQueryClient();
  const key = mapKey(clientId, undefined);
  return useMutation({
    mutationFn: async ({ edit, etag }: { edit: MapEdit; etag?: string }): Promise<TaggedMap> => {
      const tag = etag ?? client.getQueryData<TaggedMap>(key)?.etag ?? '';
      const answer = await request<BattleMap>('POST', `/api/clients/${clientId}/map/edits`, edit, {
        'if-match': tag,
      });
      return { map: answer.data, etag: answer.etag ?? '' };
    },
    onSuccess: (next) => client.setQueryData(key, next),
  });
}

export function usePage(clientId: string, pageId: string) {
  return useQuery({
    queryKey: ['page', clientId, pageId],
    queryFn: () => get<EvidencePage>(`/api/clients/${clientId}/pages/${pageId}`),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useProviders() {
  return useQuery({
    queryKey: ['providers'],
    queryFn: () => get<{ items: Provider[] }>('/api/reference/providers'),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What to say about each competitor. */
export function useBattlecards() {
  return useQuery({
    queryKey: ['battlecards'],
    queryFn: () => get<{ items: Battlecard[] }>('/api/reference/battlecards'),
    staleTime: 3_600_000,
  });
}

export interface UseCaseChoice {
  id: string;
  name: LocalizedText;
}

export function useUseCases() {
  return useQuery({
    queryKey: ['use-cases'],
    queryFn: () => get<{ items: UseCaseChoice[] }>('/api/reference/use-cases'),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export interface ModelChoice {
  id: string;
  name: string;
}

export function useModels(providerId: string) {
  return useQuery({
    queryKey: ['models', providerId],
    queryFn: () =>
      get<{ items: ModelChoice[] }>(`/api/reference/models?providerId=${encodeURIComponent(providerId)}`),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Researches again with what the last run was given. */
export function useResearchAgain(clientId: string) {
  return useMutation({
    mutationFn: async (language: ResearchInput['language']) => {
      const { items } = await get<{ items: ResearchRun[] }>(`/api/clients/${clientId}/research-runs?limit=1`);
      const last = items[0]?.input;
      const input: ResearchInput =
        last === undefined
          ? {
              website: null,
              links: [],
              notes: '',
              materialIds: [],
              language,
              publicSources: true,
            }
          : { ...last, reread: false };
      return post<ResearchRun>(`/api/clients/${clientId}/research-runs`, input);
    },
  });
}

const scheduleKey = (clientId: string) => ['research-schedule', clientId];

export function useSchedule(clientId: string) {
  return useQuery({
    queryKey: scheduleKey(clientId),
    queryFn: () => get<ResearchSchedule>(`/api/clients/${clientId}/research-schedule`),
  });
}

/** How old each kind of source is. */
export function useSources(clientId: string) {
  return useQuery({
    queryKey: ['sources', clientId],
    queryFn: () => get<{ items: SourceFreshness[] }>(`/api/clients/${clientId}/sources`),
    staleTime: 10 * 60_000,
  });
}

/** Null ends it. */
export function useSetSchedule(clientId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (every: ResearchInterval | null) =>
      request<ResearchSchedule>('PUT', `/api/clients/${clientId}/research-schedule`, { every }),
    onSuccess: ({ data }) => client.setQueryData(scheduleKey(clientId), data),
  });
}

/** Fetches an export and hands it to the browser as a file. */
export async function download(clientId: string, format: string, query: URLSearchParams): Promise<void> {
  const response = await fetch(`/api/clients/${clientId}/map/export/${format}?${query}`);
  if (!response.ok) throw new ApiError(await response.json());
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const url = URL.createObjectURL(await response.blob());
  const anchor = Object.assign(document.createElement('a'), {
    href: url,
    download: decodeURIComponent(name ?? `token-map.${format}`),
  });
  anchor.click();
  URL.revokeObjectURL(url);
}
