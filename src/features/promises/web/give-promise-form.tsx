import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { accessApi } from '#features/access/api.ts';
import { useSignedIn } from '#features/access/web/index.ts';
import { apiOf } from '#kit/web/api.ts';
import { Button } from '#kit/web/button.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { DueField, instantOf } from './due-field.tsx';
import { api } from './promises.ts';

const access = apiOf<typeof accessApi>();

/** Gives a customer our word: what, by when, and who keeps it. */
export function GivePromiseForm({ customer, onDone, onCancel }: { customer: string; onDone: () => void; onCancel?: () => void }) {
  const say = useMessages();
  const { timeZone } = useFormats();
  const { colleague } = useSignedIn();
  const client = useQueryClient();
  const colleagues = useQuery(access.query('get', '/api/colleagues'));
  const [due, setDue] = useState<string | null>(null);
  const team = colleagues.data?.colleagues ?? [colleague];

  async function give(typed: Typed) {
    const dueAt = instantOf(due ?? '', timeZone);
    const ownerId = typed.text('ownerId') || colleague.id;
    await api.call('post', '/api/customers/{customer}/promises', {
      params: { customer },
      body: { what: typed.text('what'), dueAt, ownerId },
    });
    await client.invalidateQueries();
    toast({ text: say('promises.done.given') });
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
      <DueField value={due} onChange={setDue} />
      {team.length > 1 && (
        <Select
          label={say('promises.owner')}
          name="ownerId"
          choices={team.map(({ id, name }) => ({ id, text: name }))}
          defaultValue={colleague.id}
        />
      )}
    </Form>
  );
}
