import { lazy } from 'react';

/** The dialog of a routine; its code comes when it is first opened. */
export const RoutineDialog = lazy(async () => ({ default: (await import('./routine-dialog.tsx')).RoutineDialog }));
