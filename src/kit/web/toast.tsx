import { lazy, Suspense, useSyncExternalStore } from 'react';
import type { Note } from './toast-note.ts';

const load = () => import('./toast-region.tsx');
const ToastRegion = lazy(async () => ({ default: (await load()).ToastRegion }));

let isNeeded = false;
const listeners = new Set<() => void>();

/** Says what was done, at the edge of the page. With `undo` it stays long enough to be used; what went wrong stays until read. */
export function toast(note: Note): void {
  void showOnceLoaded(note);
}

async function showOnceLoaded(note: Note) {
  const { show } = await load();
  isNeeded = true;
  for (const heard of listeners) heard();
  show(note);
}

/** Where toasts appear. Its code comes with the first of them. */
export function Toasts() {
  const isShown = useSyncExternalStore(listen, () => isNeeded);
  return <Suspense>{isShown && <ToastRegion />}</Suspense>;
}

function listen(heard: () => void): () => void {
  listeners.add(heard);
  return () => listeners.delete(heard);
}
