import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError, hasMovedAway } from './http';

const endsSession = (error: Error) =>
  hasMovedAway(error) || (error instanceof ApiError && error.status === 401);
const askSession = () => void queryClient.invalidateQueries({ queryKey: ['session'] });

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // A session that ended shows at the next question asked; the shell then leads to the sign-in, or to where the organisation is.
    onError: (error, query) => {
      if (endsSession(error) && query.queryKey[0] !== 'session') askSession();
    },
  }),
  mutationCache: new MutationCache({
    // A wrong password is a 401 too, and no end of a session.
    onError: (error) => {
      if (hasMovedAway(error)) askSession();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What the server refused will be refused again; only the way there is tried again.
      retry: (count, error) =>
        count < 2 && error instanceof ApiError && (error.status === 0 || error.status === 503),
    },
  },
});
