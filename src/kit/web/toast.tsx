import { useSyncExternalStore, type ComponentType } from 'react';

export type Note = {
  readonly text: string;
  /** Takes back what was just done. */
  readonly undo?: () => void;
  readonly tone?: 'calm' | 'bad';
};

/** Where toasts appear. Its code comes with the first of them. */
let Region: ComponentType | null = null;
const listeners = new Set<() => void>();

/** Says what was done, at the edge of the page. With `undo` it stays long enough to be used; what went wrong stays until read. */
export function toast(note: Note): void {
  void import('./toast-region.tsx').then(({ show, ToastRegion }) => {
    Region = ToastRegion;
    for (const heard of listeners) heard();
    show(note);
  });
}

export function Toasts() {
  const Shown = useSyncExternalStore(
    (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    () => Region,
  );
  return Shown && <Shown />;
}
