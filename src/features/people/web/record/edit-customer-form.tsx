import { useState } from 'react';
import { versionAt } from '#kit/web/api.ts';
import { FieldGroup } from '#kit/web/field-group.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { OvertakenNotice } from '#kit/web/overtaken-notice.tsx';
import { Overtaken, sendOver } from '#kit/web/overtaken.ts';
import { TextArea } from '#kit/web/text-field.tsx';
import { CustomGroup, customNews } from '../custom-fields/custom-group.tsx';
import { useCustomFields } from '../custom-fields/fields.ts';
import { api, useAdoptCustomer, type Customer } from '../customer.ts';
import { AboutFields, aboutOrganization, aboutPerson } from './about-fields.tsx';
import { AddressingFields, PlaceFields } from './address-fields.tsx';
import { AddressRows } from './address-rows.tsx';
import { newsIn } from './news.ts';
import { LatinNameField, MoreNameFields, moreNames, NameFields } from './name-fields.tsx';
import { fieldAlias, useOvertakenFields } from './overtaken-fields.ts';
import { NumberOfCustomer, OwnerFields } from './owner-fields.tsx';
import { ReachRows } from './rows.tsx';

/** Everything that is known of a customer, to change: what is changed often in sight, the rest behind its heading. */
export function EditCustomerForm({
  customer: shown,
  onSaved,
  onTheirs,
}: {
  customer: Customer;
  onSaved: () => void;
  onTheirs: () => void;
}) {
  const say = useMessages();
  const params = { customer: shown.id };
  const address = api.address('get', '/api/customers/{customer}', { params });
  // What the form was opened with stays what is compared with, whatever arrives meanwhile.
  const [customer] = useState(shown);
  const [version, setVersion] = useState(() => versionAt(address));
  const [overtaken, setOvertaken] = useState<Overtaken<Customer> | null>(null);
  const changesOf = useOvertakenFields();
  const formats = useFormats();
  const adopt = useAdoptCustomer();
  const fields = useCustomFields();
  const isPerson = customer.kind === 'person';
  const inLine = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');

  async function save(typed: Typed) {
    const body = { ...newsIn(typed, customer), ...customNews(typed, customer, fields) };
    try {
      const saved = await sendOver({
        before: overtaken?.now ?? customer,
        version,
        change: body,
        alias: fieldAlias,
        send: async (known) => await api.call('patch', '/api/customers/{customer}', { params, body, version: known }),
        readAgain: async () => ({ now: await api.call('get', '/api/customers/{customer}', { params }), version: versionAt(address) }),
      });
      await adopt(saved);
      onSaved();
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      setOvertaken(error as Overtaken<Customer>);
      setVersion(error.version);
    }
  }

  return (
    <Form submit={say(overtaken ? 'people.edit.save_over' : 'people.edit.save')} send={save}>
      <NameFields kind={customer.kind} customer={customer} />
      <ReachRows name="phones" points={customer.phones} />
      <ReachRows name="emails" points={customer.emails} />
      <div>
        <FieldGroup
          title={say('people.group.addressing')}
          preview={inLine(customer.greeting, customer.language && formats.languageName(customer.language))}
          fields={['formality', 'language', 'greeting']}
        >
          <AddressingFields customer={customer} />
        </FieldGroup>
        <FieldGroup
          title={say('people.group.names')}
          preview={inLine(...(isPerson ? moreNames.map((part) => customer[part]) : []), customer.latinName)}
          fields={[...moreNames, 'latinName']}
        >
          {isPerson && <MoreNameFields customer={customer} />}
          <LatinNameField customer={customer} />
        </FieldGroup>
        <FieldGroup
          title={say('people.group.about')}
          preview={inLine(
            customer.profession,
            customer.nextBirthday && formats.dayMonth(customer.nextBirthday.on),
            customer.legalName,
            customer.industry,
          )}
          fields={[...(isPerson ? aboutPerson : aboutOrganization), 'note']}
        >
          <AboutFields customer={customer} />
          <TextArea label={say('people.note')} name="note" defaultValue={customer.note ?? ''} />
        </FieldGroup>
        <CustomGroup customer={customer} fields={fields} />
        <FieldGroup
          title={say('people.group.place')}
          preview={inLine(customer.addresses[0]?.street, customer.addresses[0]?.city)}
          fields={['addresses', 'country', 'timeZone', 'websites']}
        >
          <AddressRows addresses={customer.addresses} />
          <PlaceFields customer={customer} />
          <ReachRows name="websites" points={customer.websites} />
        </FieldGroup>
        <FieldGroup
          title={say('people.group.care')}
          preview={inLine(customer.owner.name, customer.deputy?.name)}
          fields={['ownerId', 'deputyId', 'externalId']}
        >
          <OwnerFields customer={customer} />
          <NumberOfCustomer customer={customer} />
        </FieldGroup>
      </div>
      {overtaken && <OvertakenNotice changes={changesOf(customer, overtaken)} onTheirs={onTheirs} />}
    </Form>
  );
}
