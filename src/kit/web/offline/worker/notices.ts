import { scope } from './scope.ts';

/** What the server tells a device, as it writes it. */
type Told = {
  readonly title: string;
  readonly body: string;
  /** Told twice, it takes the place of itself. */
  readonly tag: string;
  /** Where it leads. */
  readonly path: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
};

/** Shows what the server tells this device while Tend may be closed; pressing it opens what it is about. */
export function showNotices(): void {
  scope.addEventListener('push', (event) => {
    const told = event.data?.json() as Told | undefined;
    if (!told) return;
    const { title, body, tag, path, language, direction } = told;
    event.waitUntil(
      scope.registration.showNotification(title, {
        body,
        tag,
        lang: language,
        dir: direction,
        icon: '/icon-192.png',
        badge: '/icon-192.png',
        data: path,
      }),
    );
  });
  scope.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(open(String(event.notification.data)));
  });
}

/** In a page of ours that is open already, or else in a new one. */
async function open(path: string): Promise<void> {
  // What is told comes encrypted from our own server; still, it leads nowhere else.
  const address = new URL(path, scope.location.origin);
  if (address.origin !== scope.location.origin) return;
  const [page] = await scope.clients.matchAll({ type: 'window' });
  const shown = await page?.navigate(address.href).catch(() => null);
  await (shown ? shown.focus() : scope.clients.openWindow(address.href));
}
