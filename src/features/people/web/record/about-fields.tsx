import { DateField } from '#kit/web/date-field.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import type { Customer } from '../customer.ts';
import { CustomerPicker } from '../customer-picker.tsx';
import { BirthdayField } from './birthday-field.tsx';
import { PAIR } from './name-fields.tsx';

export const aboutPerson = ['birthday', 'profession'] as const;
export const aboutOrganization = ['legalName', 'parentId', 'industry', 'employees', 'foundedOn'] as const;

/** Who they are beside their name. */
export function AboutFields({ customer }: { customer: Customer }) {
  const say = useMessages();
  if (customer.kind === 'person') {
    return (
      <>
        <BirthdayField birthday={customer.birthday} />
        <TextField label={say('people.profession')} name="profession" defaultValue={customer.profession ?? ''} />
      </>
    );
  }
  return (
    <>
      <TextField label={say('people.legalName')} name="legalName" defaultValue={customer.legalName ?? ''} />
      <CustomerPicker label={say('people.parent')} name="parentId" kind="organization" chosen={customer.parent} except={customer.id} />
      <div className={PAIR}>
        <TextField label={say('people.industry')} name="industry" defaultValue={customer.industry ?? ''} />
        <TextField
          label={say('people.employees')}
          name="employees"
          inputMode="numeric"
          defaultValue={customer.employees === null ? '' : String(customer.employees)}
        />
      </div>
      <DateField label={say('people.foundedOn')} name="foundedOn" {...(customer.foundedOn ? { defaultValue: customer.foundedOn } : {})} />
    </>
  );
}
