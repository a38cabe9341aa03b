import { InfoIcon } from '#kit/web/icons.tsx';
import { useConsents } from './consent.ts';

/** Before somebody calls or writes: what the customer took back, or said no to. Nothing where there is nothing to mind. */
export function ConsentNote({ customer }: { customer: string }) {
  const warning = useConsents(customer).data?.warning ?? null;
  if (warning === null) return null;
  return (
    <p className="flex items-start gap-2 text-sm text-amber">
      <InfoIcon className="mt-0.5 size-4 shrink-0" />
      {warning}
    </p>
  );
}
