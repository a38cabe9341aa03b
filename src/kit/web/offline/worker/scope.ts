/** What a service worker has beside what pages have. The types of pages and of workers exclude each other, so ours are the few that we use. */
export type WorkerScope = {
  addEventListener(kind: 'install' | 'activate', hear: (event: Lasting) => void): void;
  addEventListener(kind: 'fetch', hear: (event: Asked) => void): void;
  addEventListener(kind: 'message', hear: (event: Lasting & { readonly data: unknown }) => void): void;
  addEventListener(kind: 'sync', hear: (event: Lasting & { readonly tag: string }) => void): void;
  addEventListener(kind: 'push', hear: (event: Lasting & { readonly data: { json(): unknown } | null }) => void): void;
  addEventListener(kind: 'notificationclick', hear: (event: Lasting & { readonly notification: Notification }) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(which: { type: 'window' }): Promise<readonly OpenPage[]>;
    openWindow(address: string): Promise<OpenPage | null>;
  };
  readonly registration: { showNotification(title: string, options: NotificationOptions & { badge?: string }): Promise<void> };
  readonly location: { readonly origin: string };
};

type OpenPage = { navigate(address: string): Promise<OpenPage | null>; focus(): Promise<unknown> };

/** Something that the browser lets the worker finish. */
type Lasting = { waitUntil(work: Promise<unknown>): void };

type Asked = Lasting & { readonly request: Request; respondWith(answer: Promise<Response>): void };

export const scope = globalThis as unknown as WorkerScope;
