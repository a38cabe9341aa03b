import { lazy, Suspense, useMemo, useState } from 'react';
import { useCommands, type Command } from '#kit/web/commands.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { NoteIcon } from '#kit/web/icons.tsx';
import { useRight } from '#kit/web/right.ts';

const QuickEntryDialog = lazy(async () => ({ default: (await import('./quick-entry-dialog.tsx')).QuickEntryDialog }));

/** The way in from everywhere: `q`, the command menu, and on phones a button under the thumb. `customer` is whose page is open. */
export function QuickEntryDoor({ customer }: { customer: string | undefined }) {
  const say = useMessages();
  const { may } = useRight('workWithCustomers');
  const [isOpen, setOpen] = useState(false);
  const commands = useMemo(
    (): Command[] =>
      may ? [{ id: 'quick entry', group: 'do', label: say('quick_entry.open'), icon: NoteIcon, keys: 'q', run: () => setOpen(true) }] : [],
    [say, may],
  );
  useCommands('quick entry', commands);
  if (!may) return null;
  return (
    <>
      <button
        type="button"
        aria-label={say('quick_entry.open')}
        onClick={() => setOpen(true)}
        className="fixed end-4 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-30 flex size-14 items-center justify-center rounded-full bg-accent text-on-accent shadow-lift focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent active:bg-accent-strong md:hidden print:hidden"
      >
        <NoteIcon className="size-6" />
      </button>
      <Suspense>{isOpen && <QuickEntryDialog customer={customer} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
