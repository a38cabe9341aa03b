import { useState, type ReactNode } from 'react';
import { Button } from '#kit/web/button.tsx';
import { Message, useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { MailIcon, NoteIcon, PhoneIcon, type Icon } from '#kit/web/icons.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { isCountryCode } from '../domain/index.ts';
import { useCustomer, type Customer } from './customer.ts';
import { EditCustomerDialog } from './edit-customer-dialog.tsx';
import { Initials } from './initials.tsx';
import { KeyCustomer } from './key-customer.tsx';

/** Who this is: how to address them, how to reach them, who answers for them, and why they matter. What heads a customer's page. */
export function WhoSection({ customer, asOf }: { customer: string; asOf?: string | undefined }) {
  const found = useCustomer(customer, asOf);
  if (found.isError) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />;
  return found.data ? <Who customer={found.data} isPast={asOf !== undefined} /> : <Skeleton lines={3} />;
}

function Who({ customer, isPast }: { customer: Customer; isPast: boolean }) {
  const say = useMessages();
  const [isEditing, setEditing] = useState(false);
  const { formality, spoken, language } = customer.addressing;
  return (
    <div className="flex flex-col gap-5 sm:flex-row sm:gap-6">
      <Initials customer={customer} />
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <div>
          <p className="text-lg">
            <Message id={`people.address.${formality}`} values={{ name: <bdi lang={language}>{spoken}</bdi> }} />
          </p>
          <Known customer={customer} />
        </div>
        {(customer.phone !== null || customer.email !== null) && (
          <p className="flex flex-wrap gap-x-5 gap-y-1">
            {customer.phone !== null && (
              <Reach icon={PhoneIcon} href={`tel:${customer.phone.replaceAll(/[^\d+]/g, '')}`}>
                {customer.phone}
              </Reach>
            )}
            {customer.email !== null && (
              <Reach icon={MailIcon} href={`mailto:${customer.email}`}>
                {customer.email}
              </Reach>
            )}
          </p>
        )}
        <p className="text-ink-soft">
          <Message
            id={customer.deputy ? 'people.owner_and_deputy' : 'people.owner_alone'}
            values={{ owner: <bdi>{customer.owner.name}</bdi>, deputy: <bdi>{customer.deputy?.name}</bdi> }}
          />
        </p>
        <KeyCustomer customer={customer} isPast={isPast} />
        {!isPast && (
          <span className="-ms-4">
            <Button look="quiet" icon={NoteIcon} onPress={() => setEditing(true)}>
              {say('people.edit')}
            </Button>
          </span>
        )}
      </div>
      {isEditing && <EditCustomerDialog customer={customer} isOpen onClose={() => setEditing(false)} />}
    </div>
  );
}

/** What else is known in a line: the Latin name, language, country, number, since when. */
function Known({ customer }: { customer: Customer }) {
  const say = useMessages();
  const formats = useFormats();
  const { latinName, language, country, externalId, knownSinceOn } = customer;
  const countryName =
    country !== null && isCountryCode(country) ? new Intl.DisplayNames(formats.locale, { type: 'region' }).of(country) : country;
  const facts = [
    latinName === customer.name ? null : latinName,
    language === null ? null : say('people.speaks', { language: formats.languageName(language) }),
    countryName,
    externalId === null || externalId === customer.name ? null : say('people.number', { number: externalId }),
    say('people.since', { on: formats.date(knownSinceOn) }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <ul className="flex flex-wrap text-sm text-ink-soft">
      {facts.map((fact) => (
        <li key={fact} className="not-last:after:mx-2 not-last:after:content-['·']">
          <bdi>{fact}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Reach({ icon: Icon, href, children }: { icon: Icon; href: string; children: ReactNode }) {
  return (
    <a href={href} className="inline-flex min-h-9 items-center gap-2 text-accent hover:underline pointer-coarse:min-h-11">
      <Icon className="size-[1.125rem]" />
      <bdi dir="ltr">{children}</bdi>
    </a>
  );
}
