import { useQueryClient } from '@tanstack/react-query';
import type { CreateClient, Language, LocalizedText } from '@tokenholic/contracts';
import { useRef, useState } from 'react';
import { ApiError, request } from '@/api/http';
import { newId } from '@/api/new-id';
import type { Company } from './companies';

export type Progress =
  | { state: 'waiting' | 'working' | 'exists' }
  | { state: 'created'; clientId: string }
  | { state: 'failed'; why: LocalizedText | null };

/** Creates companies one after the other; research of each is queued by the server. Progress by line. */
export function useImport(language: Language) {
  const client = useQueryClient();
  const [progress, setProgress] = useState<ReadonlyMap<number, Progress>>(new Map());
  const [running, setRunning] = useState(false);
  const stopped = useRef(false);
  // One id a line: trying again after a lost answer makes no second client.
  const ids = useRef(new Map<number, string>());
  const idOf = (line: number) => {
    const id = ids.current.get(line) ?? newId();
    ids.current.set(line, id);
    return id;
  };
  const tell = (line: number, next: Progress) => setProgress((before) => new Map(before).set(line, next));

  const start = async (companies: readonly Company[]) => {
    stopped.current = false;
    setRunning(true);
    for (const { line } of companies) tell(line, { state: 'waiting' });
    for (const company of companies) {
      if (stopped.current) break;
      tell(company.line, { state: 'working' });
      tell(company.line, await create(idOf(company.line), company, language));
    }
    setRunning(false);
    void client.invalidateQueries({ queryKey: ['clients'] });
  };
  return {
    progress,
    running,
    start,
    stop: () => {
      stopped.current = true;
    },
    reset: () => {
      ids.current.clear();
      setProgress(new Map());
    },
  };
}

async function create(id: string, { name, website, notes }: Company, language: Language): Promise<Progress> {
  const body: CreateClient = {
    ...{ id, name, website, allowDuplicateName: false },
    research: { website, links: [], notes, materialIds: [], language, publicSources: true },
  };
  try {
    await request('POST', '/api/clients', body);
    return { state: 'created', clientId: id };
  } catch (error) {
    if (!(error instanceof ApiError)) return { state: 'failed', why: null };
    return error.code === 'identity.client_name_taken'
      ? { state: 'exists' }
      : { state: 'failed', why: error.text };
  }
}
