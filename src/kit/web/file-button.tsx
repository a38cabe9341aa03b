import type { ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from './button.tsx';
import { PlusIcon } from './icons.tsx';

/** Files by a button, where a whole place to drop them would be too much. */
export function FileButton(given: { onFiles: (files: readonly File[]) => void; isMany?: boolean; children: ReactNode }) {
  return (
    <FileTrigger allowsMultiple={given.isMany ?? false} onSelect={(files) => files && given.onFiles([...files])}>
      <Button look="quiet" icon={PlusIcon}>
        {given.children}
      </Button>
    </FileTrigger>
  );
}
