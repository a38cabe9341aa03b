import { useSyncExternalStore } from 'react';

let said = '';
let turn = false;
const listeners = new Set<() => void>();

/** Tells screen readers what changed on the page without moving the focus: "12 customers", "Logged". */
export function announce(text: string): void {
  // The same text twice would be heard once; an invisible difference makes it new.
  turn = !turn;
  said = turn ? text : `${text}\u00A0`;
  for (const heard of listeners) heard();
}

export function LiveRegion() {
  const text = useSyncExternalStore(
    (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    () => said,
  );
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  );
}
