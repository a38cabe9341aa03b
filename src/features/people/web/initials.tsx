import { initials, type Name } from '../domain/index.ts';

/** The customer as a small round mark; only accompanies the name. */
export function Initials({ customer }: { customer: Name }) {
  return (
    <span
      aria-hidden="true"
      className="flex size-14 shrink-0 items-center justify-center rounded-full bg-accent-soft text-lg font-semibold text-accent-strong"
    >
      {initials(customer)}
    </span>
  );
}
