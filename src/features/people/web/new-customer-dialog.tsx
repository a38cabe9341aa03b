import { lazy } from 'react';
import { Dialog } from '#kit/web/dialog.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import type { Customer } from './customer.ts';

const NewCustomerForm = lazy(async () => ({ default: (await import('./new-customer-form.tsx')).NewCustomerForm }));

/** Makes a customer with what one knows at first; the rest follows on their page. */
export function NewCustomerDialog(given: { isOpen: boolean; onClose: () => void; onMade: (customer: Customer) => void }) {
  const say = useMessages();
  return (
    <Dialog title={say('people.new.title')} isOpen={given.isOpen} onClose={given.onClose}>
      <NewCustomerForm
        onMade={(customer) => {
          given.onClose();
          given.onMade(customer);
        }}
      />
    </Dialog>
  );
}
