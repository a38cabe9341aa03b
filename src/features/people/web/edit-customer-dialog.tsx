import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { api, useAdoptCustomer, type Customer } from './customer.ts';
import { AddressFields, NameFields, namesOf, OwnerFields, ReachFields, toldIn } from './customer-fields.tsx';

export function EditCustomerDialog({ customer, isOpen, onClose }: { customer: Customer; isOpen: boolean; onClose: () => void }) {
  const say = useMessages();
  const adopt = useAdoptCustomer();

  async function save(typed: Typed) {
    const body = newsIn(typed, customer);
    await adopt(await api.call('patch', '/api/customers/{customer}', { params: { customer: customer.id }, body }));
    onClose();
    toast({ text: say('people.edit.saved') });
  }

  return (
    <Dialog title={say('people.edit.title')} isOpen={isOpen} onClose={onClose}>
      <Form submit={say('people.edit.save')} send={save}>
        <NameFields kind={customer.kind} customer={customer} />
        <div className="flex flex-wrap gap-x-4 gap-y-5 *:min-w-40 *:flex-1">
          {customer.kind === 'person' && (
            <TextField label={say('people.patronymic')} name="patronymic" defaultValue={customer.patronymic ?? ''} />
          )}
          <TextField label={say('people.latinName')} name="latinName" defaultValue={customer.latinName ?? ''} />
        </div>
        <ReachFields customer={customer} />
        <AddressFields customer={customer} />
        <OwnerFields customer={customer} />
        <TextField
          label={say('people.externalId')}
          hint={say('people.externalId.hint')}
          name="externalId"
          defaultValue={customer.externalId ?? ''}
        />
      </Form>
    </Dialog>
  );
}

/** Only what is new: a name that was merely shown in its likely parts is not split by saving a phone number. */
function newsIn(typed: Typed, customer: Customer) {
  const names = customer.kind === 'person' ? toldIn(typed, ['given', 'patronymic', 'family']) : toldIn(typed, ['name']);
  const shown: Readonly<Record<string, string | null>> = { patronymic: customer.patronymic, ...namesOf(customer) };
  const sameName = Object.entries(names).every(([field, value]) => (value ?? '') === (shown[field] ?? ''));
  const deputyId = typed.text('deputyId');
  const told = {
    ...(sameName ? {} : names),
    ...toldIn(typed, ['latinName', 'phone', 'email', 'language', 'country', 'externalId']),
    formality: typed.text('formality') === 'familiar' ? ('familiar' as const) : ('formal' as const),
    ownerId: typed.text('ownerId'),
    deputyId: deputyId === 'nobody' ? null : deputyId,
  };
  const before: Readonly<Record<string, unknown>> = { ...customer, ownerId: customer.owner.id, deputyId: customer.deputy?.id ?? null };
  const isNews = ([field, value]: readonly [string, unknown]) => value !== before[field];
  return Object.fromEntries(Object.entries(told).filter(isNews)) as Partial<typeof told>;
}
