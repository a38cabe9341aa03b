import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { fail } from '#kit/domain/result.ts';
import { deriveSecret, type Config } from './config.ts';

type Installation = Pick<Config, 'secret'>;

const method = 'aes-256-gcm';

/**
 * Encrypts a text that the database keeps and only this installation may read: by a key made of its secret, and bound to what it is for (`webhook 0199…`), so that it cannot
 * be opened in another place.
 */
export function seal(installation: Installation, use: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(method, keyOf(installation), nonce).setAAD(Buffer.from(use));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return ['1', ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
}

/** Reads what was sealed. Refuses what another installation sealed, or this one before its secret changed (`sealed.unreadable`). */
export function unseal(installation: Installation, use: string, sealed: string): string {
  const [version, nonce = '', tag = '', text = ''] = sealed.split('.');
  const bytes = (part: string) => Buffer.from(part, 'base64url');
  try {
    if (version !== '1') throw new Error('sealed by a later Tend');
    const cipher = createDecipheriv(method, keyOf(installation), bytes(nonce), { authTagLength: 16 });
    return cipher.setAAD(Buffer.from(use)).setAuthTag(bytes(tag)).update(bytes(text), undefined, 'utf8') + cipher.final('utf8');
  } catch {
    throw fail('sealed.unreadable');
  }
}

function keyOf(installation: Installation): Buffer {
  return Buffer.from(deriveSecret(installation, 'sealed'), 'hex');
}
