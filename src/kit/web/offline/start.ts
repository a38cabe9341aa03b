/**
 * Starts the service worker once the page has settled, so that it takes nothing from the first visit, and looks for a newer one whenever somebody comes back
 * to a page that stayed open. Where there is none (a browser without, or no secure connection), Tend works as long as it is reached.
 */
export function startWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => void navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => undefined);
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void lookForNewer();
  });
}

async function lookForNewer(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.update().catch(() => undefined);
}

/** Has the service worker ask for answers that may be needed without a connection, and keep the files that this page was made of. */
export async function keepAheadOfTime(addresses: readonly string[]): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is of our origin
  active?.postMessage({ addresses, files });
}
