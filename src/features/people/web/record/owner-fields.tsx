import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { accessApi } from '#features/access/api.ts';
import { whoWorks } from '#features/access/web/index.ts';
import { apiOf } from '#kit/web/api.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import type { Customer } from '../customer.ts';
import { PAIR } from './name-fields.tsx';

const access = apiOf<typeof accessApi>();

/** Who answers for a customer, and who stands in: two colleagues, so whoever becomes one leaves the other. */
export function OwnerFields({ customer }: { customer: Customer }) {
  const say = useMessages();
  const { data } = useQuery(access.query('get', '/api/colleagues'));
  const [owner, setOwner] = useState(customer.owner.id);
  const [deputy, setDeputy] = useState(customer.deputy?.id ?? NOBODY);
  const { owner: named, deputy: beside } = customer;
  const others = whoWorks(data?.colleagues ?? []).filter(({ id }) => id !== named.id && id !== beside?.id);
  const colleagues = [named, ...(beside ? [beside] : []), ...others].map(({ id, name }) => ({ id, text: name }));

  function choose(id: string) {
    if (id === deputy) setDeputy(owner);
    setOwner(id);
  }

  return (
    <div className={PAIR}>
      <Select label={say('people.owner')} name="ownerId" choices={colleagues} value={owner} onChange={choose} />
      <Select
        label={say('people.deputy')}
        name="deputyId"
        choices={[{ id: NOBODY, text: say('people.deputy.nobody') }, ...colleagues.filter(({ id }) => id !== owner)]}
        value={deputy}
        onChange={setDeputy}
      />
    </div>
  );
}

export const NOBODY = 'nobody';

export function NumberOfCustomer({ customer }: { customer: Customer }) {
  const say = useMessages();
  return (
    <TextField
      label={say('people.externalId')}
      hint={say('people.externalId.hint')}
      name="externalId"
      defaultValue={customer.externalId ?? ''}
    />
  );
}
