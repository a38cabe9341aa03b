/** What a push service and we need to reach this browser. */
export type Subscribed = { readonly endpoint: string; readonly p256dh: string; readonly auth: string };

/** Whether this browser can be told of something while Tend is closed. On an iPhone only once Tend stands on the home screen. */
export function canBeTold(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/** What the colleague said when the browser asked them. */
export function permission(): NotificationPermission {
  return canBeTold() ? Notification.permission : 'denied';
}

/** The endpoint by which this browser is known already; null where it is not. */
export async function ownEndpoint(): Promise<string | null> {
  if (!canBeTold()) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription())?.endpoint ?? null;
}

/** Asks the colleague, through the browser, whether they want to be told here; null where they do not. */
export async function subscribe(publicKey: string): Promise<Subscribed | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  const { pushManager } = await navigator.serviceWorker.ready;
  const before = await pushManager.getSubscription();
  // One that was made with another key, of an installation that was here before, would bring nothing.
  if (before && !hasKey(before, publicKey)) await before.unsubscribe();
  const { endpoint, keys } = (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })).toJSON();
  return { endpoint: endpoint ?? '', p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' };
}

export async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

function hasKey({ options }: PushSubscription, publicKey: string): boolean {
  const key = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  const text = btoa(String.fromCodePoint(...key));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') === publicKey;
}

/** How somebody knows this device again among theirs: "Firefox, Android". */
export function deviceName(agent: string): string {
  const browser = [
    ['Edge', /Edg/],
    ['Opera', /OPR\//],
    ['Samsung Internet', /SamsungBrowser/],
    ['Firefox', /Firefox|FxiOS/],
    ['Chrome', /Chrome|CriOS/],
    ['Safari', /Safari/],
  ] as const;
  const system = [
    ['Android', /Android/],
    ['iPhone', /iPhone/],
    ['iPad', /iPad/],
    ['Windows', /Windows/],
    ['Mac', /Macintosh/],
    ['ChromeOS', /CrOS/],
    ['Linux', /Linux/],
  ] as const;
  const found = [browser, system].flatMap((names) => names.find(([, pattern]) => pattern.test(agent))?.[0] ?? []);
  return found.length > 0 ? found.join(', ') : agent.slice(0, 80) || '?';
}
