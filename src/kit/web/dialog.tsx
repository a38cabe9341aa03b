import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button, IconButton } from './button.tsx';
import { CloseIcon } from './icons.tsx';
import { useMessages } from './i18n/language.tsx';

/** Over the page, for one thing at a time. On phones it rises from the bottom, where the thumb is. */
export function Dialog(given: { title: string; isOpen: boolean; onClose: () => void; wide?: boolean; children: ReactNode }) {
  const say = useMessages();
  return (
    <ModalOverlay
      isOpen={given.isOpen}
      onOpenChange={(open) => !open && given.onClose()}
      isDismissable
      className="fixed inset-0 z-40 flex items-end justify-center bg-veil sm:items-center sm:p-6"
    >
      <Modal
        className={`appear flex max-h-[92dvh] w-full flex-col overflow-auto rounded-t-2xl bg-sheet pb-[env(safe-area-inset-bottom)] shadow-lift sm:rounded-2xl ${given.wide === true ? 'sm:max-w-3xl' : 'sm:max-w-lg'}`}
      >
        <AriaDialog className="flex flex-col gap-5 p-5 outline-none sm:p-7">
          <div className="flex items-start justify-between gap-4">
            <Heading slot="title" className="pt-1 text-xl font-semibold">
              {given.title}
            </Heading>
            <span className="-me-2 -mt-1">
              <IconButton icon={CloseIcon} label={say('kit.close')} onPress={given.onClose} />
            </span>
          </div>
          {given.children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
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
