import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '#kit/web/button.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useGo } from '#kit/web/go.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Notice, ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Select } from '#kit/web/select.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { TextArea, TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { api, type Outlook } from './personal-data.ts';

/** Erases a person, when somebody has typed who it is and why; or lets one stay who waits for it. */
export function EraseDialog({ customer, onClose }: { customer: string; onClose: () => void }) {
  const say = useMessages();
  const outlook = useQuery(api.query('get', '/api/customers/{customer}/erasure', { params: { customer } }));
  return (
    <Dialog title={say('personal_data.erase.title')} isOpen onClose={onClose}>
      {outlook.isPending && <Skeleton lines={4} />}
      {outlook.isError && <ProblemNotice error={outlook.error} onRetry={() => void outlook.refetch()} />}
      {outlook.data &&
        (outlook.data.waiting ? (
          <Waiting customer={customer} waiting={outlook.data.waiting} onClose={onClose} />
        ) : (
          <EraseForm customer={customer} outlook={outlook.data} onClose={onClose} />
        ))}
    </Dialog>
  );
}

const waits = [0, 7, 30] as const;

function EraseForm({ customer, outlook, onClose }: { customer: string; outlook: Outlook; onClose: () => void }) {
  const say = useMessages();
  const queries = useQueryClient();
  const go = useGo();

  async function erase(typed: Typed) {
    const body = { confirm: typed.text('confirm'), why: typed.text('why'), afterDays: Number(typed.text('afterDays')) };
    const done = await api.call('post', '/api/customers/{customer}/erasure', { params: { customer }, body });
    toast({ text: say(done.doneAt === null ? 'personal_data.erase.will' : 'personal_data.erase.done') });
    onClose();
    if (done.doneAt !== null) go('/customers');
    await queries.invalidateQueries();
  }

  return (
    <div className="flex flex-col gap-5">
      <p>{say('personal_data.erase.lede')}</p>
      {outlook.holds.length > 0 && (
        <Notice tone="amber">
          {outlook.holds.map(({ kind, count }) => (
            <p key={kind}>{say(`personal_data.hold.${kind}`, { count })}</p>
          ))}
        </Notice>
      )}
      <Form submit={say('personal_data.erase.submit')} send={erase}>
        <TextArea
          label={say('personal_data.erase.why')}
          hint={say('personal_data.erase.why.hint')}
          name="why"
          rows={2}
          isRequired
          autoFocus
        />
        <Select
          label={say('personal_data.erase.when')}
          name="afterDays"
          defaultValue="0"
          choices={waits.map((days) => ({ id: String(days), text: say('personal_data.erase.after', { days }) }))}
        />
        <TextField label={say('personal_data.erase.confirm', { name: outlook.name })} name="confirm" autoComplete="off" isRequired />
      </Form>
    </div>
  );
}

function Waiting({ customer, waiting, onClose }: { customer: string; waiting: NonNullable<Outlook['waiting']>; onClose: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const queries = useQueryClient();

  async function keep() {
    await api.call('delete', '/api/customers/{customer}/erasure', { params: { customer } });
    toast({ text: say('personal_data.erase.kept') });
    onClose();
    await queries.invalidateQueries();
  }

  return (
    <div className="flex flex-col gap-5">
      <p>{say('personal_data.erase.waits', { on: formats.date(waiting.dueOn) })}</p>
      <p className="text-ink-soft">
        <bdi>{waiting.why}</bdi>
      </p>
      <div>
        <Button look="main" onPress={() => void keep()}>
          {say('personal_data.erase.keep')}
        </Button>
      </div>
    </div>
  );
}
