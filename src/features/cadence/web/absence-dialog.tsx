import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { DateField } from '#kit/web/date-field.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { useRight } from '#kit/web/right.ts';
import { Select } from '#kit/web/select.tsx';
import { toast } from '#kit/web/toast.tsx';
import { api } from './cadence.ts';

type Named = { readonly id: string; readonly name: string };

const DEPUTIES = 'deputies';

/** Who is away, from when until when, and who stands in. */
export function AbsenceDialog({ colleagues, onClose }: { colleagues: readonly (Named & { mayStandIn: boolean })[]; onClose: () => void }) {
  const say = useMessages();
  const client = useQueryClient();
  const { colleague, workspace } = useSignedIn();
  const { may: mayActForColleagues } = useRight('actForColleagues');
  const [who, setWho] = useState(colleague.id);
  const choicesOf = (some: readonly Named[]) => some.map(({ id, name }) => ({ id, text: name }));

  async function save(typed: Typed) {
    const standInId = typed.text('standInId');
    await api.call('post', '/api/absences', {
      body: {
        colleagueId: who,
        fromOn: typed.text('fromOn'),
        untilOn: typed.text('untilOn'),
        standInId: standInId === DEPUTIES ? null : standInId,
      },
    });
    await client.invalidateQueries();
    toast({ text: say('cadence.absence.noted') });
    onClose();
  }

  return (
    <Dialog title={say('cadence.absence.new')} isOpen onClose={onClose}>
      <Form submit={say('cadence.save')} send={save}>
        {mayActForColleagues && colleagues.length > 1 && (
          <Select label={say('cadence.absence.who')} name="colleagueId" choices={choicesOf(colleagues)} value={who} onChange={setWho} />
        )}
        <DateField label={say('cadence.from')} name="fromOn" defaultValue={workspace.today} isRequired />
        <DateField label={say('cadence.until')} name="untilOn" isRequired />
        <Select
          label={say('cadence.absence.who_stands_in')}
          name="standInId"
          choices={[
            { id: DEPUTIES, text: say('cadence.absence.deputies') },
            ...choicesOf(colleagues.filter(({ id, mayStandIn }) => mayStandIn && id !== who)),
          ]}
          defaultValue={DEPUTIES}
        />
      </Form>
    </Dialog>
  );
}
