/**
 * What a device keeps of what the server said, to be read without a connection: Today, promises, the pages of customers, and the few lists that those need. No list
 * of customers, nothing found, no file, and nothing that is sensitive: that is the answer to one request and stays in it.
 */
const kept = [
  /^\/api\/(?:session|today|today\/waiting|promises|colleagues|custom-fields|tags)$/,
  /^\/api\/promises\/[0-9a-f-]{36}$/,
  /^\/api\/customers\/[0-9a-f-]{36}$/,
  // Everything about a person is taken along as a file, and stays one.
  /^\/api\/customers\/[0-9a-f-]{36}\/(?!personal-data$|erasure$)[a-z-]+$/,
];

export function isKept(path: string): boolean {
  return kept.some((pattern) => pattern.test(path));
}
