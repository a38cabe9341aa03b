import { useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { Message, useMessages } from '#kit/web/i18n/language.tsx';
import { NoteIcon } from '#kit/web/icons.tsx';
import { ProblemNotice, problemText } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { toast } from '#kit/web/toast.tsx';
import { Portrait } from './attachments/portrait.tsx';
import { api, useAdoptCustomer, useCustomer, type Customer } from './customer.ts';
import { OwnFields } from './custom-fields/own-fields.tsx';
import { EditCustomerDialog } from './edit-customer-dialog.tsx';
import { KeyCustomer } from './key-customer.tsx';
import { Grounds } from './who/grounds.tsx';
import { BeforeCalling, Known, Whereabouts } from './who/known.tsx';
import { TagLine } from './tags/tag-line.tsx';
import { ReachList } from './who/reach-list.tsx';
import { AddWork, WorksAt } from './contact-roles/works-at.tsx';

/** Who this is: how to address them, how to reach them, who answers for them, and why they matter. What heads a customer's page. */
export function WhoSection({ customer, asOf }: { customer: string; asOf?: string | undefined }) {
  const found = useCustomer(customer, asOf);
  if (found.isError) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />;
  return found.data ? <Who customer={found.data} asOf={asOf} /> : <Skeleton lines={3} />;
}

function Who({ customer, asOf }: { customer: Customer; asOf: string | undefined }) {
  const say = useMessages();
  const [isEditing, setEditing] = useState(false);
  const { formality, spoken, greeting } = customer.addressing;
  const isPast = asOf !== undefined;
  return (
    <div className="flex flex-col gap-5 sm:flex-row sm:gap-6">
      <Portrait customer={customer} asOf={asOf} />
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <div>
          <p className="text-lg">
            <Message id={`people.address.${formality}`} values={{ name: <bdi lang={customer.addressing.language}>{spoken}</bdi> }} />
          </p>
          <p className="text-sm text-ink-soft">
            <Message id="people.letter" values={{ greeting: <bdi lang={customer.addressing.language}>{greeting}</bdi> }} />
          </p>
          <Grounds addressing={customer.addressing} />
          <Known customer={customer} />
        </div>
        {customer.kind === 'person' && <WorksAt person={customer.id} asOf={asOf} />}
        <ReachList customer={customer} />
        <BeforeCalling customer={customer} isPast={isPast} />
        <Whereabouts customer={customer} asOf={asOf} />
        <OwnFields customer={customer} asOf={asOf} />
        <p className="text-ink-soft">
          <Message
            id={customer.deputy ? 'people.owner_and_deputy' : 'people.owner_alone'}
            values={{ owner: <bdi>{customer.owner.name}</bdi>, deputy: <bdi>{customer.deputy?.name}</bdi> }}
          />
        </p>
        <TagLine customer={customer.id} isPast={isPast} />
        {customer.contactOnly ? <ContactOnly customer={customer} isPast={isPast} /> : <KeyCustomer customer={customer} isPast={isPast} />}
        {!isPast && (
          <span className="-ms-4 flex flex-wrap">
            <Button needs="workWithCustomers" look="quiet" icon={NoteIcon} onPress={() => setEditing(true)}>
              {say('people.edit')}
            </Button>
            {customer.kind === 'person' && <AddWork person={customer.id} />}
          </span>
        )}
      </div>
      {isEditing && <EditCustomerDialog customer={customer} isOpen onClose={() => setEditing(false)} />}
    </div>
  );
}

/** Somebody known for a role only, and the way to become a customer. */
function ContactOnly({ customer, isPast }: { customer: Customer; isPast: boolean }) {
  const say = useMessages();
  const adopt = useAdoptCustomer();

  async function make() {
    try {
      await adopt(await api.call('post', '/api/customers/{customer}/make-customer', { params: { customer: customer.id } }));
      toast({ text: say('people.contact.made') });
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <span className="text-ink-soft">{say('people.contact.only')}</span>
      {!isPast && (
        <Button needs="workWithCustomers" onPress={() => void make()}>
          {say('people.contact.make')}
        </Button>
      )}
    </div>
  );
}
