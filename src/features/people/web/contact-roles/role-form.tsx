import { useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { DateField } from '#kit/web/date-field.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { Message, useMessages } from '#kit/web/i18n/language.tsx';
import { Options } from '#kit/web/options.tsx';
import { problemText } from '#kit/web/problem-notice.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { CustomerPicker } from '../customer-picker.tsx';
import { PAIR } from '../record/name-fields.tsx';
import { toldIn } from '../record/told.ts';
import { useRoleChanges, type Role, type RoleInHand } from './roles.ts';

/** Who is what where, since when and until when. */
export function RoleForm({ inHand, onDone }: { inHand: RoleInHand; onDone: () => void }) {
  const say = useMessages();
  const { add, change } = useRoleChanges();
  const [isNew, setNew] = useState(false);

  async function save(typed: Typed) {
    const told = toldIn(typed, ['role', 'sinceOn', 'untilOn']);
    if ('role' in inHand) {
      await change(inHand.role.id, told);
    } else if ('person' in inHand) {
      await add({ ...told, organizationId: typed.text('organizationId'), personId: inHand.person });
    } else {
      const who = isNew ? { newPerson: toldIn(typed, ['given', 'family', 'email', 'phone']) } : { personId: typed.text('personId') };
      await add({ ...told, organizationId: inHand.organization, ...who });
    }
    onDone();
  }

  const role = 'role' in inHand ? inHand.role : undefined;
  return (
    <Form submit={say('people.work.save')} send={save} aside={role && <RemoveRole role={role} onDone={onDone} />}>
      {role && (
        <p>
          <Message
            id="people.work.who_where"
            values={{ person: <bdi>{role.person.name}</bdi>, organization: <bdi>{role.organization.name}</bdi> }}
          />
        </p>
      )}
      {'person' in inHand && (
        <CustomerPicker label={say('people.work.organization')} name="organizationId" kind="organization" autoFocus isRequired />
      )}
      {'organization' in inHand && (
        <>
          <Options
            label={say('people.work.who')}
            value={isNew ? 'new' : 'known'}
            onChange={(id) => setNew(id === 'new')}
            choices={[
              { id: 'known', text: say('people.work.who.known') },
              { id: 'new', text: say('people.work.who.new') },
            ]}
          />
          {isNew ? (
            <NewPersonFields />
          ) : (
            <CustomerPicker label={say('people.work.person')} name="personId" kind="person" autoFocus isRequired />
          )}
        </>
      )}
      <TextField
        label={say('people.work.role')}
        placeholder={say('people.work.role.such_as')}
        name="role"
        defaultValue={role?.role ?? ''}
      />
      <div className={PAIR}>
        <DateField label={say('people.work.sinceOn')} name="sinceOn" {...(role?.sinceOn ? { defaultValue: role.sinceOn } : {})} />
        <DateField label={say('people.work.untilOn')} name="untilOn" {...(role?.untilOn ? { defaultValue: role.untilOn } : {})} />
      </div>
    </Form>
  );
}

function NewPersonFields() {
  const say = useMessages();
  return (
    <>
      <div className={PAIR}>
        <TextField label={say('people.given')} name="given" autoFocus />
        <TextField label={say('people.family')} name="family" />
      </div>
      <div className={PAIR}>
        <TextField label={say('people.phone')} name="phone" type="tel" />
        <TextField label={say('people.email')} name="email" type="email" />
      </div>
    </>
  );
}

/** For a role that never was one; one that ended gets its last day. What was removed can be put back. */
function RemoveRole({ role, onDone }: { role: Role; onDone: () => void }) {
  const say = useMessages();
  const { add, remove } = useRoleChanges();
  const complain = (error: unknown) => toast({ text: problemText(say, error), tone: 'bad' });
  const { sinceOn, untilOn, person, organization } = role;

  async function take() {
    try {
      await remove(role.id);
      onDone();
      const again = { role: role.role, sinceOn, untilOn, personId: person.id, organizationId: organization.id };
      toast({ text: say('people.work.removed'), undo: () => void add(again).catch(complain) });
    } catch (error) {
      complain(error);
    }
  }

  return (
    <Button look="quiet" onPress={() => void take()}>
      {say('people.work.remove')}
    </Button>
  );
}
