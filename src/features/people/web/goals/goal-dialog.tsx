import { useQueryClient } from '@tanstack/react-query';
import { useSignedIn } from '#features/access/web/index.ts';
import { DateField } from '#kit/web/date-field.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { TextArea } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { api, type Goal } from './goals.ts';

/** A goal to agree on, or one to change. */
export function GoalDialog({ customer, goal, onClose }: { customer: string; goal?: Goal; onClose: () => void }) {
  const say = useMessages();
  const client = useQueryClient();
  const { workspace } = useSignedIn();
  const inThreeMonths = Temporal.PlainDate.from(workspace.today).add({ months: 3 }).toString();

  async function save(typed: Typed) {
    const body = {
      wish: typed.text('wish'),
      help: typed.text('help') || null,
      sign: typed.text('sign') || null,
      ...(typed.text('reviewOn') === '' ? {} : { reviewOn: typed.text('reviewOn') }),
    };
    if (goal) await api.call('patch', '/api/goals/{goal}', { params: { goal: goal.id }, body });
    else await api.call('post', '/api/customers/{customer}/goals', { params: { customer }, body });
    await client.invalidateQueries();
    toast({ text: say('people.goals.saved') });
    onClose();
  }

  return (
    <Dialog title={say(goal ? 'people.goals.change' : 'people.goals.set')} isOpen onClose={onClose}>
      <Form submit={say('people.goals.save')} send={save}>
        <TextArea label={say('people.goals.wish')} name="wish" defaultValue={goal?.wish ?? ''} rows={2} isRequired autoFocus />
        <TextArea label={say('people.goals.help')} name="help" defaultValue={goal?.help ?? ''} rows={2} />
        <TextArea label={say('people.goals.sign')} name="sign" defaultValue={goal?.sign ?? ''} rows={2} />
        <DateField
          label={say('people.goals.review_on')}
          name="reviewOn"
          defaultValue={goal && goal.reviewOn > workspace.today ? goal.reviewOn : inThreeMonths}
          isRequired
        />
      </Form>
    </Dialog>
  );
}
