import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from './button.tsx';
import type { DialogProps } from './dialog-props.ts';
import { CloseIcon } from './icons.tsx';
import { useMessages } from './i18n/language.tsx';

export function DialogBody(given: DialogProps) {
  const say = useMessages();
  return (
    <ModalOverlay
      isOpen
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
