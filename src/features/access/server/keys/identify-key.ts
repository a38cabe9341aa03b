import { readWorkspace } from '#features/workspace/server/index.ts';
import { placeOf } from '#kit/domain/network-place.ts';
import { fail } from '#kit/domain/result.ts';
import type { Identity } from '#kit/server/identity.ts';
import type { Services } from '#kit/server/services.ts';
import { stateOfKey } from '../../domain/index.ts';
import { readLinkSecret } from '../secret.ts';
import { findKey, updateUse, type KeyAtWork } from './store.ts';

/** Every key begins so: whoever finds one somewhere knows where it opens something, and programs that look for lost secrets do. */
export const keyBeginning = 'tend_';

/** How exactly it is known when a key was last used. */
const usedEvery = { minutes: 10 };

/**
 * Who a request with `Authorization: Bearer tend_…` comes from; undefined where it carries no such key. The key is looked up each time, so that whoever is revoked,
 * suspended or lowered is so with the next request, on every server. Refuses `api_key.unknown`, `api_key.expired`, `api_key.revoked`.
 */
export async function identifyKey(services: Services, headers: Headers, address: string): Promise<Identity | undefined> {
  const given = /^bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (given === undefined) return undefined;
  const secret = given.startsWith(keyBeginning) ? readLinkSecret(given.slice(keyBeginning.length)) : undefined;
  if (!secret) throw fail('api_key.unknown');
  const { workspace, secretHash } = secret;
  const now = services.clock();
  const found = await services.database.read({ workspace }, async (tx) => {
    const key = await findKey(tx, secretHash);
    return key && { key, timeZone: (await readWorkspace(tx)).timeZone };
  });
  if (!found) throw fail('api_key.unknown');
  const { key, timeZone } = found;
  const state = key.hasLeft ? 'revoked' : stateOfKey(key, now);
  if (state !== 'open') throw fail(`api_key.${state}`);
  await noteUse(services, workspace, key, now, placeOf(address));
  return {
    account: { id: key.account ?? '', name: key.name, email: key.email },
    session: null,
    key: { id: key.id, isReadOnly: key.isReadOnly },
    who: {
      workspace,
      colleague: key.colleague,
      role: key.role,
      language: key.language,
      timeZone,
      only: key.rights,
      via: key.id,
    },
  };
}

async function noteUse(services: Services, workspace: string, key: KeyAtWork, now: Temporal.Instant, from: string): Promise<void> {
  const isFresh = key.usedAt !== null && Temporal.Instant.compare(key.usedAt, now.subtract(usedEvery)) > 0;
  if (isFresh && key.usedFrom === from) return;
  await services.database.transaction({ workspace }, (tx) => updateUse(tx, key.id, now, from));
}
