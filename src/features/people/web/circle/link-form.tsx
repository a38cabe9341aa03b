import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Options } from '#kit/web/options.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { linkKinds } from '../../domain/index.ts';
import { CustomerPicker } from '../customer-picker.tsx';
import { api } from './circle.ts';

/** Somebody known or new, and how the two know each other. */
export function LinkForm({ customer, onDone }: { customer: { readonly id: string; readonly name: string }; onDone: () => void }) {
  const say = useMessages();
  const client = useQueryClient();
  const [who, setWho] = useState<'known' | 'new'>('known');

  async function save(typed: Typed) {
    const chosen = typed.text('kind');
    const kind = linkKinds.find((one) => one === chosen) ?? 'referred';
    await api.call('post', '/api/customers/{customer}/circle', {
      params: { customer: customer.id },
      body: {
        kind,
        isReferrer: chosen === 'sent_by',
        note: typed.text('note') || null,
        ...(who === 'known' ? { customerId: typed.text('customerId') } : { name: typed.text('name') }),
      },
    });
    await client.invalidateQueries();
    toast({ text: say('people.circle.linked') });
    onDone();
  }

  const ways = (['family', 'friend', 'colleague', 'neighbour', 'sent_them', 'sent_by'] as const).map((id) => ({
    id,
    text: say(`people.circle.kind.${id}`, { name: customer.name }),
  }));
  return (
    <Form submit={say('people.circle.save')} send={save}>
      <Options
        label={say('people.circle.who')}
        value={who}
        onChange={setWho}
        choices={[
          { id: 'known', text: say('people.circle.who.known') },
          { id: 'new', text: say('people.circle.who.new') },
        ]}
      />
      {who === 'known' ? (
        <CustomerPicker label={say('people.circle.name')} name="customerId" except={customer.id} isRequired autoFocus />
      ) : (
        <TextField label={say('people.circle.name')} name="name" isRequired autoFocus />
      )}
      <Select label={say('people.circle.how')} name="kind" choices={ways} defaultValue="friend" />
      <TextField label={say('people.circle.note')} name="note" maxLength={300} />
    </Form>
  );
}
