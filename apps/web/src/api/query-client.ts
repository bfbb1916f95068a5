import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './http';

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // A session that ended shows at the next question asked; the shell then leads to the sign-in.
    onError: (error, query) => {
      if (error instanceof ApiError && error.status === 401 && query.queryKey[0] !== 'session')
        void queryClient.invalidateQueries({ queryKey: ['session'] });
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
