import { lazy, Suspense } from 'react';
import type { ComboBoxProps } from './combo-box-props.ts';
import { FieldRoom } from './field-room.tsx';

const ComboBoxBody = lazy(async () => ({ default: (await import('./combo-box-body.tsx')).ComboBoxBody }));

/** One of many, found by typing. */
export function ComboBox<Id extends string>(given: ComboBoxProps<Id>) {
  return (
    <Suspense fallback={<FieldRoom label={given.label} />}>
      {/* What is lazy forgets that the ids in and out are of one kind. */}
      <ComboBoxBody {...(given as unknown as ComboBoxProps<string>)} />
    </Suspense>
  );
}
