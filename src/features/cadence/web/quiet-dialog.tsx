import { useQueryClient } from '@tanstack/react-query';
import { useSignedIn } from '#features/access/web/index.ts';
import { Checkbox } from '#kit/web/checkbox.tsx';
import { DateField } from '#kit/web/date-field.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { api } from './cadence.ts';

/** A customer asked not to be called for a time: once, or every year. */
export function QuietDialog({ customer, onClose }: { customer: string; onClose: () => void }) {
  const say = useMessages();
  const client = useQueryClient();
  const { workspace } = useSignedIn();

  async function save(typed: Typed) {
    const note = typed.text('note');
    await api.call('post', '/api/customers/{customer}/quiet-periods', {
      params: { customer },
      body: {
        fromOn: typed.text('fromOn'),
        untilOn: typed.text('untilOn'),
        yearly: typed.ticked('yearly'),
        ...(note === '' ? {} : { note }),
      },
    });
    await client.invalidateQueries();
    toast({ text: say('cadence.quiet.kept') });
    onClose();
  }

  return (
    <Dialog title={say('cadence.quiet.ask')} isOpen onClose={onClose}>
      <p className="text-ink-soft">{say('cadence.quiet.lede')}</p>
      <Form submit={say('cadence.save')} send={save}>
        <DateField label={say('cadence.from')} name="fromOn" defaultValue={workspace.today} isRequired />
        <DateField label={say('cadence.until')} name="untilOn" isRequired />
        <Checkbox name="yearly">{say('cadence.quiet.every_year')}</Checkbox>
        <TextField label={say('cadence.quiet.note')} name="note" maxLength={200} />
      </Form>
    </Dialog>
  );
}
