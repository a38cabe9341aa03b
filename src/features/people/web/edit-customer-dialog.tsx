import { useQueryClient } from '@tanstack/react-query';
import { lazy } from 'react';
import { Dialog } from '#kit/web/dialog.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { toast } from '#kit/web/toast.tsx';
import type { Customer } from './customer.ts';

const EditCustomerForm = lazy(async () => ({ default: (await import('./record/edit-customer-form.tsx')).EditCustomerForm }));

export function EditCustomerDialog({ customer, isOpen, onClose }: { customer: Customer; isOpen: boolean; onClose: () => void }) {
  const say = useMessages();
  const client = useQueryClient();
  return (
    <Dialog title={say('people.edit.title')} isOpen={isOpen} onClose={onClose}>
      <EditCustomerForm
        customer={customer}
        onSaved={() => {
          onClose();
          toast({ text: say('people.edit.saved') });
        }}
        onTheirs={() => {
          void client.invalidateQueries();
          onClose();
        }}
      />
    </Dialog>
  );
}
