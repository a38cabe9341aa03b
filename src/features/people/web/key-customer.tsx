import { useState } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { Button } from '#kit/web/button.tsx';
import { DateField } from '#kit/web/date-field.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { Message, useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { KeyCustomerIcon } from '#kit/web/icons.tsx';
import { problemText } from '#kit/web/problem-notice.tsx';
import { TextArea } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { api, useAdoptCustomer, type Customer } from './customer.ts';

/** Why a customer is on the short list of most important ones, or the way onto it. */
export function KeyCustomer({ customer, isPast }: { customer: Customer; isPast: boolean }) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const [isOpen, setOpen] = useState(false);
  const { list, remove } = useKeyList(customer);
  const { key } = customer;
  if (isPast && !key) return null;
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
      {key ? (
        <>
          <KeyCustomerIcon className="mt-[0.2em] text-accent" />
          <div className="min-w-48 flex-1">
            <p>
              <Message id="people.key.because" values={{ reason: <bdi>{key.reason}</bdi> }} />
            </p>
            <p className={`text-sm ${key.reviewOn <= workspace.today ? 'text-amber' : 'text-ink-soft'}`}>
              {say(key.reviewOn <= workspace.today ? 'people.key.review_due' : 'people.key.review', { on: formats.date(key.reviewOn) })}
            </p>
          </div>
          {!isPast && (
            <span className="-my-1.5 flex flex-wrap">
              <Button needs="workWithCustomers" look="quiet" onPress={() => setOpen(true)}>
                {say('people.key.change')}
              </Button>
              <Button needs="workWithCustomers" look="quiet" onPress={() => void remove()}>
                {say('people.key.remove')}
              </Button>
            </span>
          )}
        </>
      ) : (
        <span className="-ms-4">
          <Button needs="workWithCustomers" look="quiet" icon={KeyCustomerIcon} onPress={() => setOpen(true)}>
            {say('people.key.list')}
          </Button>
        </span>
      )}
      <Dialog title={say('people.key.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Form
          submit={say('people.key.save')}
          send={async (typed: Typed) => {
            await list({ reason: typed.text('reason'), reviewOn: typed.text('reviewOn') });
            setOpen(false);
          }}
        >
          <TextArea
            label={say('people.key.reason')}
            hint={say('people.key.reason.hint')}
            name="reason"
            defaultValue={key?.reason ?? ''}
            isRequired
            autoFocus
          />
          <DateField
            label={say('people.key.review_on')}
            hint={say('people.key.review_on.hint')}
            name="reviewOn"
            defaultValue={key?.reviewOn ?? Temporal.PlainDate.from(workspace.today).add({ months: 6 }).toString()}
            isRequired
          />
        </Form>
      </Dialog>
    </div>
  );
}

type Listing = { readonly reason: string; readonly reviewOn: string };

function useKeyList(customer: Customer): { list: (told: Listing) => Promise<void>; remove: () => Promise<void> } {
  const say = useMessages();
  const adopt = useAdoptCustomer();
  const params = { customer: customer.id };
  const list = async (body: Listing) => await adopt(await api.call('put', '/api/customers/{customer}/key', { params, body }));
  return {
    list,
    remove: async () => {
      const before = customer.key;
      try {
        await adopt(await api.call('delete', '/api/customers/{customer}/key', { params }));
        toast({ text: say('people.key.removed'), ...(before ? { undo: () => void list(before).catch(complain) } : {}) });
      } catch (error) {
        complain(error);
      }
    },
  };

  function complain(error: unknown) {
    toast({ text: problemText(say, error), tone: 'bad' });
  }
}
