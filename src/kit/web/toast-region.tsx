import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components/Toast';
import { Button } from 'react-aria-components/Button';
import { Text } from 'react-aria-components/Text';
import { useMessages } from './i18n/language.tsx';
import { CloseIcon, WarningIcon } from './icons.tsx';
import type { Note } from './toast-note.ts';

const queue = new ToastQueue<Note>({ maxVisibleToasts: 3 });

/** What only says how things stand is said once, and no longer than it is so. What can be taken back stays beside its like. */
export function show(note: Note): void {
  for (const { key, content } of queue.visibleToasts)
    if (!content.undo && [note.text, note.overtakes].includes(content.text)) queue.close(key);
  if (note.tone === 'bad') queue.add(note);
  else queue.add(note, { timeout: note.undo === undefined ? 5000 : 12_000 });
}

export function ToastRegion() {
  const say = useMessages();
  return (
    <AriaToastRegion
      queue={queue}
      className="fixed inset-x-3 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-50 mx-auto flex w-fit max-w-md flex-col gap-2 outline-none md:bottom-6"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="appear flex min-h-12 items-center gap-3 rounded-xl bg-ink py-2 ps-4 pe-2 text-sm text-paper shadow-lift"
        >
          {toast.content.tone === 'bad' && <WarningIcon className="text-amber-soft" />}
          <ToastContent className="grow">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.undo && (
            <Button
              onPress={() => {
                toast.content.undo?.();
                queue.close(toast.key);
              }}
              className="min-h-9 rounded-lg px-3 font-semibold data-hovered:bg-paper/15 pointer-coarse:min-h-11"
            >
              {say('kit.undo')}
            </Button>
          )}
          <Button
            slot="close"
            className="flex size-9 items-center justify-center rounded-lg opacity-70 data-hovered:opacity-100 pointer-coarse:size-11"
          >
            <CloseIcon className="size-4" />
          </Button>
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
