import { createHash, randomBytes } from 'node:crypto';
import { isUuid } from '#kit/domain/ids.ts';

/** What a link carries: whose workspace it leads to, and 256 random bits. */
export type LinkSecret = { readonly workspace: string; readonly secretHash: string };

/** A secret for a link into a workspace, and what is kept of it. */
export function makeLinkSecret(workspace: string): LinkSecret & { readonly token: string } {
  const secret = randomBytes(32).toString('base64url');
  return { workspace, secretHash: hashOf(secret), token: `${workspace}.${secret}` };
}

/** What a link says; undefined where nobody of us can have made it. */
export function readLinkSecret(token: string): LinkSecret | undefined {
  const [workspace = '', secret = ''] = token.split('.');
  return isUuid(workspace) && secret.length === 43 ? { workspace, secretHash: hashOf(secret) } : undefined;
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
