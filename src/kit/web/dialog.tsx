import { lazy, Suspense } from 'react';
import type { DialogProps } from './dialog-props.ts';

const DialogBody = lazy(async () => ({ default: (await import('./dialog-body.tsx')).DialogBody }));

/** Over the page, for one thing at a time. On phones it rises from the bottom, where the thumb is. */
export function Dialog(given: DialogProps) {
  return <Suspense>{given.isOpen && <DialogBody {...given} />}</Suspense>;
}
