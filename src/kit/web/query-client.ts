import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { connection } from './offline/connection.ts';
import { Problem } from './problem.ts';

/** The cache of what the server said. `signedOut` is called when the server no longer knows us. */
export function makeQueryClient(signedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof Problem && error.status === 401) signedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 20_000, retry: isWorthAnotherTry, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}

/** A refusal stays a refusal; a server that stumbles or cannot be reached may be back in a moment. */
function isWorthAnotherTry(failures: number, error: unknown): boolean {
  return failures < 2 && !connection().isOffline && (!(error instanceof Problem) || error.status === 0 || error.status >= 500);
}
