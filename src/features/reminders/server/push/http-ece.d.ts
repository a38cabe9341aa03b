/** What tests use of the library that reads encrypted pushes; it brings no types of its own. */
declare module 'http_ece' {
  import type { ECDH } from 'node:crypto';

  const ece: { decrypt(body: Buffer, keys: { version: 'aes128gcm'; privateKey: ECDH; authSecret: string }): Buffer };
  export default ece;
}
