import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Goes to an address inside Tend, query and all: `go('/customers?stage=lapsed')`. For links take Link. */
export function useGo(): (address: string) => void {
  const { history } = useRouter() as { history: { push(address: string): void } };
  return useCallback((address) => history.push(address), [history]);
}
