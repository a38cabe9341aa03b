import { useState } from 'react';
import { Options } from '#kit/web/options.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { api, useAdoptCustomer, type Customer } from './customer.ts';
import { NameFields, PAIR } from './record/name-fields.tsx';
import { toldIn } from './record/told.ts';

/** What one tells of a customer at first: how they are called, and how they are reached. */
export function NewCustomerForm({ onMade }: { onMade: (customer: Customer) => void }) {
  const say = useMessages();
  const adopt = useAdoptCustomer();
  const [kind, setKind] = useState<Customer['kind']>('person');

  async function make(typed: Typed) {
    const names = kind === 'person' ? (['given', 'family'] as const) : (['name'] as const);
    const customer = await api.call('post', '/api/customers', { body: { kind, ...toldIn(typed, [...names, 'phone', 'email']) } });
    await adopt(customer);
    onMade(customer);
  }

  return (
    <Form submit={say('people.new.make')} send={make}>
      <Options
        label={say('people.kind')}
        value={kind}
        onChange={setKind}
        choices={[
          { id: 'person', text: say('people.kind.person') },
          { id: 'organization', text: say('people.kind.organization') },
        ]}
      />
      <NameFields key={kind} kind={kind} />
      <div className={PAIR}>
        <TextField label={say('people.phone')} name="phone" type="tel" />
        <TextField label={say('people.email')} name="email" type="email" />
      </div>
    </Form>
  );
}
