import { lazy, Suspense, type ReactNode } from 'react';
import { Button } from './button.tsx';
import type { DialogProps } from './dialog-props.ts';
import { useMessages } from './i18n/language.tsx';

const DialogBody = lazy(async () => ({ default: (await import('./dialog-body.tsx')).DialogBody }));

/** Over the page, for one thing at a time. On phones it rises from the bottom, where the thumb is. */
export function Dialog(given: DialogProps) {
  return <Suspense>{given.isOpen && <DialogBody {...given} />}</Suspense>;
}

/** Asks before something that cannot be undone. Where undo is possible, do it at once and offer undo in a toast instead. */
export function ConfirmDialog(given: {
  title: string;
  children: ReactNode;
  confirm: string;
  isOpen: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const say = useMessages();
  return (
    <Dialog title={given.title} isOpen={given.isOpen} onClose={given.onClose}>
      <div className="text-ink-soft">{given.children}</div>
      <div className="flex flex-wrap justify-end gap-3">
        <Button onPress={given.onClose}>{say('kit.cancel')}</Button>
        <Button
          look="danger"
          onPress={() => {
            given.onConfirm();
            given.onClose();
          }}
        >
          {given.confirm}
        </Button>
      </div>
    </Dialog>
  );
}
