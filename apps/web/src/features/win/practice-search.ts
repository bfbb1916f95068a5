/** What may stand in the address of practice: what is shown, which talk, and the client a new one is about. */
export interface PracticeSearch {
  view?: 'progress' | 'team';
  talk?: string;
  client?: string;
}
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const uuid = (value: unknown) => (UUID.test(String(value)) ? String(value) : undefined);

/** Reads the address; what makes no sense in it is left out. */
export function readPracticeSearch(search: Record<string, unknown>): PracticeSearch {
  const view = (['progress', 'team'] as const).find((one) => one === search.view);
  const talk = uuid(search.talk);
  const client = uuid(search.client);
  return {
    ...(view === undefined ? {} : { view }),
    ...(talk === undefined ? {} : { talk }),
    ...(client === undefined ? {} : { client }),
  };
}
