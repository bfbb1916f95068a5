import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CreateTrialQuestion,
  FaqEntry,
  KnowledgeAnswer,
  KnowledgeCollection,
  KnowledgeDocument,
  KnowledgeDocumentDetail,
  KnowledgeSource,
  TrialQuestion,
  TrialRun,
} from '@tokenholic/contracts';
import { get, request } from '@/api/http';

const PATH = '/api/knowledge';
const WATCH_MILLISECONDS = 1_500;
const EMBEDDING_MILLISECONDS = 10_000;
const isEmbedding = ({ embedded, chunks }: KnowledgeCollection) => embedded !== null && embedded < chunks;

export function useCollections() {
  return useQuery({
    queryKey: ['knowledge', 'collections'],
    queryFn: () => get<{ items: KnowledgeCollection[] }>(`${PATH}/collections`),
    refetchInterval: ({ state }) => (state.data?.items.some(isEmbedding) ? EMBEDDING_MILLISECONDS : false),
  });
}

interface DocumentPage {
  items: KnowledgeDocument[];
  nextCursor: string | null;
}

const isUnderWay = ({ status }: KnowledgeDocument) => status === 'queued' || status === 'reading';

/** A page of documents; looked at again while any of them is being read. */
export function useDocuments(collectionId: string, cursor: string | null) {
  return useQuery({
    queryKey: ['knowledge', 'documents', collectionId, cursor],
    queryFn: () =>
      get<DocumentPage>(
        `${PATH}/collections/${collectionId}/documents${cursor === null ? '' : `?cursor=${cursor}`}`,
      ),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? WATCH_MILLISECONDS : false),
  });
}

const isSyncing = ({ status }: KnowledgeSource) => status === 'queued' || status === 'reading';

/** Sitemaps of a collection; looked at again while any of them is being read. */
export function useSources(collectionId: string) {
  return useQuery({
    queryKey: ['knowledge', 'sources', collectionId],
    queryFn: () => get<{ items: KnowledgeSource[] }>(`${PATH}/collections/${collectionId}/sources`),
    refetchInterval: ({ state }) => (state.data?.items.some(isSyncing) ? WATCH_MILLISECONDS : false),
  });
}

export function useDocument(documentId: string) {
  return useQuery({
    queryKey: ['knowledge', 'document', documentId],
    queryFn: () => get<KnowledgeDocumentDetail>(`${PATH}/documents/${documentId}`),
  });
}

export function useSearch(question: string, collectionIds: readonly string[]) {
  return useQuery({
    queryKey: ['knowledge', 'search', question, collectionIds],
    queryFn: async () =>
      (await request<KnowledgeAnswer>('POST', `${PATH}/search`, { question, collectionIds })).data,
    enabled: question !== '',
  });
}

export function useTrial(collectionId: string) {
  return useQuery({
    queryKey: ['knowledge', 'trial', collectionId],
    queryFn: () =>
      get<{ questions: TrialQuestion[]; runs: TrialRun[] }>(`${PATH}/collections/${collectionId}/trial`),
  });
}

/** What one can do; afterwards everything that shows knowledge is read again. */
export type Act =
  | { act: 'create_collection'; name: string }
  | { act: 'remove_collection'; collectionId: string }
  | { act: 'add_file'; collectionId: string; file: File }
  | { act: 'add_page'; collectionId: string; url: string }
  | { act: 'add_source'; collectionId: string; url: string }
  | { act: 'sync_source'; sourceId: string }
  | { act: 'remove_source'; sourceId: string }
  | { act: 'add_entry'; collectionId: string; entry: FaqEntry }
  | { act: 'edit_entry'; documentId: string; entry: FaqEntry }
  | { act: 'read_again'; documentId: string }
  | { act: 'remove_document'; documentId: string }
  | { act: 'add_question'; collectionId: string; question: CreateTrialQuestion }
  | { act: 'remove_question'; questionId: string }
  | { act: 'run_trial'; collectionId: string };

function send(act: Act): Promise<{ data: { id?: string } }> {
  const of = (id: string) => `${PATH}/collections/${id}`;
  switch (act.act) {
    case 'create_collection':
      return request('POST', `${PATH}/collections`, { name: act.name });
    case 'remove_collection':
      return request('DELETE', of(act.collectionId));
    case 'add_file': {
      const form = new FormData();
      form.append('file', act.file);
      return request('POST', `${of(act.collectionId)}/files`, form);
    }
    case 'add_page':
      return request('POST', `${of(act.collectionId)}/pages`, { url: act.url });
    case 'add_source':
      return request('POST', `${of(act.collectionId)}/sources`, { url: act.url });
    case 'sync_source':
      return request('POST', `${PATH}/sources/${act.sourceId}/read-again`);
    case 'remove_source':
      return request('DELETE', `${PATH}/sources/${act.sourceId}`);
    case 'add_entry':
      return request('POST', `${of(act.collectionId)}/entries`, act.entry);
    case 'edit_entry':
      return request('PUT', `${PATH}/documents/${act.documentId}/entry`, act.entry);
    case 'read_again':
      return request('POST', `${PATH}/documents/${act.documentId}/read-again`);
    case 'remove_document':
      return request('DELETE', `${PATH}/documents/${act.documentId}`);
    case 'add_question':
      return request('POST', `${of(act.collectionId)}/trial/questions`, act.question);
    case 'remove_question':
      return request('DELETE', `${PATH}/trial-questions/${act.questionId}`);
    case 'run_trial':
      return request('POST', `${of(act.collectionId)}/trial/runs`);
  }
}

export function useAct() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (act: Act) => (await send(act)).data,
    onSettled: () => queries.invalidateQueries({ queryKey: ['knowledge'] }),
  });
}
