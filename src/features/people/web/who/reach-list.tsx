import type { ReactNode } from 'react';
import { MailIcon, PhoneIcon, type Icon } from '#kit/web/icons.tsx';
import type { Customer } from '../customer.ts';

/** Every way to reach a customer, the ones to use first. */
export function ReachList({ customer }: { customer: Customer }) {
  const { phones, emails, websites } = customer;
  if (phones.length + emails.length + websites.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {phones.map(({ value, label, shown }) => (
        <Reach key={value} icon={PhoneIcon} label={label} href={`tel:${value.replaceAll(/[^\d+]/g, '')}`}>
          {shown}
        </Reach>
      ))}
      {emails.map(({ value, label }) => (
        <Reach key={value} icon={MailIcon} label={label} href={`mailto:${value}`}>
          {value}
        </Reach>
      ))}
      {websites.map(({ value, label }) => (
        <Reach key={value} label={label} href={value} isOutside>
          {value.replace(/^https?:\/\//, '')}
        </Reach>
      ))}
    </ul>
  );
}

function Reach(given: { icon?: Icon; href: string; label: string | null; isOutside?: boolean; children: ReactNode }) {
  const { icon: Icon } = given;
  return (
    <li className="flex min-w-0 items-center gap-2">
      <a
        href={given.href}
        {...(given.isOutside === true ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
        className="inline-flex min-h-9 min-w-0 items-center gap-2 text-accent hover:underline pointer-coarse:min-h-11"
      >
        {Icon && <Icon className="size-[1.125rem] shrink-0" />}
        <bdi dir="ltr" className="min-w-0 wrap-anywhere">
          {given.children}
        </bdi>
      </a>
      {given.label !== null && <bdi className="text-sm text-ink-soft">{given.label}</bdi>}
    </li>
  );
}
