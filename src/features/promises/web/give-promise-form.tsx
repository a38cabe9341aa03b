import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { accessApi } from '#features/access/api.ts';
import { useSignedIn, whoWorks } from '#features/access/web/index.ts';
import type { peopleApi } from '#features/people/api.ts';
import { apiOf } from '#kit/web/api.ts';
import { Button } from '#kit/web/button.tsx';
import { Switch } from '#kit/web/checkbox.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { dueWritten, type DueDraft } from './due-draft.ts';
import { DueFields } from './due-fields.tsx';
import { api } from './promises.ts';

const access = apiOf<typeof accessApi>();
const people = apiOf<typeof peopleApi>();

/** Gives a customer our word: what, by when on their clocks, how firmly, and who keeps it. */
export function GivePromiseForm({ customer, onDone, onCancel }: { customer: string; onDone: () => void; onCancel?: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const { colleague } = useSignedIn();
  const client = useQueryClient();
  const { data: colleagues } = useQuery(access.query('get', '/api/colleagues'));
  const { data: who } = useQuery(people.query('get', '/api/customers/{customer}', { params: { customer }, query: {} }));
  const [due, setDue] = useState<DueDraft>({ at: null });
  const [isAim, setAim] = useState(false);
  const team = whoWorks(colleagues?.colleagues ?? [colleague]);
  const timeZone = who?.timeThere ?? formats.timeZone;

  async function give(typed: Typed) {
    const [toId, personId] = [typed.text('toId'), typed.text('personId')];
    const body = {
      what: typed.text('what'),
      ...dueWritten(due, timeZone),
      ...(isAim ? { firmness: 'aim' as const } : {}),
      ...(toId === '' || toId === colleague.id ? {} : { toId }),
      ...(personId === '' || personId === customer ? {} : { personId }),
    };
    const about = { what: 'promises.waiting.given', customer: { id: customer, name: who?.name ?? '' }, text: 'what', dues: [''] };
    const done = await api.entry('post', '/api/customers/{customer}/promises', { params: { customer }, body }, about);
    await client.invalidateQueries();
    toast({ text: say(done === 'waiting' ? 'kit.offline.kept' : 'promises.done.given') });
    onDone();
  }

  return (
    <Form
      submit={say('promises.give.submit')}
      send={give}
      aside={
        onCancel && (
          <Button look="quiet" onPress={onCancel}>
            {say('promises.cancel')}
          </Button>
        )
      }
    >
      <TextField label={say('promises.what')} placeholder={say('promises.what.example')} name="what" maxLength={500} isRequired autoFocus />
      <DueFields draft={due} onChange={setDue} timeZone={timeZone} />
      <Switch isSelected={isAim} onChange={setAim}>
        {say('promises.firmness.aim.long')}
      </Switch>
      {who?.kind === 'organization' && <PersonThere organization={customer} />}
      {team.length > 1 && (
        <Select
          label={say('promises.owner')}
          hint={say('promises.owner.hint')}
          name="toId"
          choices={team.map(({ id, name }) => ({ id, text: name }))}
          defaultValue={colleague.id}
        />
      )}
    </Form>
  );
}

/** To whom of those who work there. */
function PersonThere({ organization }: { organization: string }) {
  const say = useMessages();
  const { data } = useQuery(people.query('get', '/api/customers/{customer}/roles', { params: { customer: organization }, query: {} }));
  const persons = new Map(
    (data?.roles ?? []).filter((role) => role.organization.id === organization).map(({ person }) => [person.id, person.name]),
  );
  if (persons.size === 0) return null;
  const anybody = { id: organization, text: say('promises.person.anybody') };
  return (
    <Select
      label={say('promises.person')}
      name="personId"
      choices={[anybody, ...[...persons].map(([id, text]) => ({ id, text }))]}
      defaultValue={organization}
    />
  );
}
