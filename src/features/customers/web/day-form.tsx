import { useSignedIn } from '#features/access/web/index.ts';
import { DateField } from '#kit/web/date-field.tsx';
import { Form } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';

/** Which day to look at. */
export function DayForm({ asOf, onLook }: { asOf: string | undefined; onLook: (day: string | undefined) => void }) {
  const say = useMessages();
  const { workspace } = useSignedIn();
  return (
    <Form
      submit={say('customers.as_of.look')}
      send={async (typed) => {
        await Promise.resolve();
        onLook(typed.text('day') || undefined);
      }}
    >
      <DateField
        label={say('customers.as_of')}
        hint={say('customers.as_of.hint')}
        name="day"
        defaultValue={asOf ?? workspace.today}
        max={workspace.today}
        isRequired
        autoFocus
      />
    </Form>
  );
}
