import { lazy } from 'react';
import { Dialog } from '#kit/web/dialog.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';

const LinkForm = lazy(async () => ({ default: (await import('./link-form.tsx')).LinkForm }));

/** Whom a customer knows, and how. */
export function LinkDialog({ customer, onClose }: { customer: { readonly id: string; readonly name: string }; onClose: () => void }) {
  const say = useMessages();
  return (
    <Dialog title={say('people.circle.link.title')} isOpen onClose={onClose}>
      <LinkForm customer={customer} onDone={onClose} />
    </Dialog>
  );
}
