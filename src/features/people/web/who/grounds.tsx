import { Message, useMessages } from '#kit/web/i18n/language.tsx';
import type { Customer } from '../customer.ts';

/** Why a customer is addressed so, for a colleague who would rather know than trust; opened where somebody asks. */
export function Grounds({ addressing: { grounds } }: Pick<Customer, 'addressing'>) {
  const say = useMessages();
  if (grounds.length === 0) return null;
  return (
    <details className="text-sm text-ink-soft">
      <summary className="w-fit cursor-pointer py-1 hover:text-ink pointer-coarse:py-3">{say('people.address.why')}</summary>
      <ul className="mb-2 flex max-w-prose flex-col gap-1 border-s-2 border-line ps-3">
        {grounds.map(({ code, values: { gender = '', ...values } }) => (
          <li key={code}>
            <Message id={`people.ground.${code}`} values={{ ...isolated(values), gender }} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function isolated(values: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(values).map(([key, text]) => [key, <bdi key={key}>{text}</bdi>]));
}
