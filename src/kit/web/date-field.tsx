import { lazy, Suspense } from 'react';
import type { DateFieldProps, MomentFieldProps } from './date-field-props.ts';
import { FieldRoom } from './field-room.tsx';

const load = () => import('./date-field-body.tsx');
const DateFieldBody = lazy(async () => ({ default: (await load()).DateFieldBody }));
const MomentFieldBody = lazy(async () => ({ default: (await load()).MomentFieldBody }));

/** A day, typed or picked, in the reader's calendar and digits. */
export function DateField(given: DateFieldProps) {
  return (
    <Suspense fallback={<FieldRoom label={given.label} />}>
      <DateFieldBody {...given} />
    </Suspense>
  );
}

/** A day and a time of day: when a promise is due. */
export function MomentField(given: MomentFieldProps) {
  return (
    <Suspense fallback={<FieldRoom label={given.label} />}>
      <MomentFieldBody {...given} />
    </Suspense>
  );
}
