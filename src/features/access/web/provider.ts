import { api } from './colleagues.ts';
import { signInSearch } from './sign-in-search.ts';

const STORED_AS = 'tend.back';

/** Goes to the provider of single sign-on; whoever comes back goes on to `back`. */
export async function goToProvider(back: string): Promise<void> {
  const { address } = await api.call('post', '/api/session/provider');
  sessionStorage.setItem(STORED_AS, back);
  location.assign(address);
}

/** Where somebody goes on who came back from the provider. */
export function wayBack(): string {
  return signInSearch({ back: sessionStorage.getItem(STORED_AS) ?? '' }).back ?? '/';
}
