/** Whether a request comes from a page of ours, or from no page at all: only browsers send an `Origin`, and no page can forge it. */
export function isOwnOrigin(headers: Headers, publicUrl: string | undefined): boolean {
  const origin = headers.get('origin');
  if (origin === null) return true;
  const own = [headers.get('host'), publicUrl ? new URL(publicUrl).host : undefined];
  return own.includes(URL.parse(origin)?.host);
}
