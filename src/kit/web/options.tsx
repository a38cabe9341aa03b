import { lazy, Suspense } from 'react';
import { FieldRoom } from './field-room.tsx';
import type { OptionsProps } from './options-props.ts';

const OptionsBody = lazy(async () => ({ default: (await import('./options-body.tsx')).OptionsBody }));

/** One of a few that deserve to be seen side by side. */
export function Options<Id extends string>(given: OptionsProps<Id>) {
  return (
    <Suspense fallback={<FieldRoom label={given.label} />}>
      {/* What is lazy forgets that the ids in and out are of one kind. */}
      <OptionsBody {...(given as unknown as OptionsProps<string>)} />
    </Suspense>
  );
}
