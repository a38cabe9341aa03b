import { Message } from '#kit/web/i18n/language.tsx';
import { MailIcon, PhoneIcon } from '#kit/web/icons.tsx';
import type { Entry } from './today.ts';

const REACH = 'inline-flex min-h-11 items-center gap-2 font-medium text-accent hover:underline';

/** How to address and to reach the customer; a telephone calls at a tap. */
export function Reach({ customer: { kind, formality, addressedAs, language, phone, email } }: Pick<Entry, 'customer'>) {
  return (
    <div className="flex flex-wrap items-center gap-x-5">
      {kind === 'person' && (
        <span className="text-ink-soft">
          <Message id={`today.address.${formality}`} values={{ name: <bdi lang={language ?? undefined}>{addressedAs}</bdi> }} />
        </span>
      )}
      {phone !== null && (
        <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`} className={REACH}>
          <PhoneIcon className="size-[1.125rem]" />
          <bdi dir="ltr">{phone}</bdi>
        </a>
      )}
      {email !== null && (
        <a href={`mailto:${email}`} className={REACH}>
          <MailIcon className="size-[1.125rem]" />
          <bdi dir="ltr">{email}</bdi>
        </a>
      )}
    </div>
  );
}
