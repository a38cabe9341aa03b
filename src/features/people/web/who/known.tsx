import { useSignedIn } from '#features/access/web/index.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { isCountryCode } from '../../domain/index.ts';
import type { Customer } from '../customer.ts';
import { useShownName } from '../use-shown-name.ts';
import { useClock } from './use-clock.ts';

/** What else is known in a line: the Latin name, what they do, language, country, number, since when. */
export function Known({ customer }: { customer: Customer }) {
  const say = useMessages();
  const formats = useFormats();
  const name = useShownName()(customer);
  const { latinName, language, country, externalId, employees, foundedOn } = customer;
  const countryName =
    country !== null && isCountryCode(country) ? new Intl.DisplayNames(formats.locale, { type: 'region' }).of(country) : country;
  const facts = [
    // Where the reader's script is another, or they want this one, it stands at the head of the page.
    latinName === customer.name || latinName === name.text || name.beside ? null : latinName,
    customer.nickname === null ? null : say('people.called', { nickname: customer.nickname }),
    customer.legalName === customer.name ? null : customer.legalName,
    customer.profession,
    customer.industry,
    employees === null ? null : say('people.employees.count', { count: employees }),
    foundedOn === null ? null : say('people.founded', { on: formats.date(foundedOn) }),
    language === null ? null : say('people.speaks', { language: formats.languageName(language) }),
    countryName,
    externalId === null || externalId === customer.name ? null : say('people.number', { number: externalId }),
    customer.contactOnly ? null : say('people.since', { on: formats.date(customer.knownSinceOn) }),
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

/** What one should have in mind before calling: what time it is there, and a birthday that is near. */
export function BeforeCalling({ customer, isPast }: { customer: Customer; isPast: boolean }) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const time = useClock(customer.timeThere, workspace.timeZone, formats.locale);
  const { nextBirthday: birthday } = customer;
  const told: string[] = [];
  if (time !== null && !isPast) told.push(say('people.time_there', { time }));
  if (birthday && !isPast) {
    const isNear = Temporal.PlainDate.from(workspace.today).until(birthday.on).days <= nearDays;
    const when = isNear ? formats.relativeDay(birthday.on, workspace.today) : '';
    const values = { on: formats.dayMonth(birthday.on), age: birthday.age ?? 0, when };
    told.push(say(`people.birthday.${isNear ? 'near' : 'on'}${birthday.age === null ? '' : '_age'}`, values));
  }
  if (told.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-4 text-ink-soft">
      {told.map((one) => (
        <span key={one}>{one}</span>
      ))}
    </p>
  );
}

const nearDays = 21;

/** Where they are, whom they belong to, and what was noted about them. */
export function Whereabouts({ customer, asOf }: { customer: Customer; asOf: string | undefined }) {
  const say = useMessages();
  const formats = useFormats();
  const countryName = (country: string | null) =>
    country !== null && isCountryCode(country) ? new Intl.DisplayNames(formats.locale, { type: 'region' }).of(country) : country;
  const { parent, addresses, note } = customer;
  return (
    <>
      {addresses.length > 0 && (
        <ul className="flex flex-col gap-1 text-ink-soft">
          {addresses.map((address, place) => (
            // Two addresses may be the same in all their parts.
            // oxlint-disable-next-line react/no-array-index-key -- they are shown in order, and have no name of their own
            <li key={place}>
              <address className="inline not-italic">
                <bdi>
                  {[
                    address.street,
                    [address.postalCode, address.city].filter(Boolean).join(' '),
                    address.region,
                    countryName(address.country),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </bdi>
              </address>
              {address.label !== null && (
                <span className="ms-2 text-sm">
                  <bdi>{address.label}</bdi>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {parent && (
        <p className="flex flex-wrap gap-x-2">
          <span className="text-ink-soft">{say('people.belongs_to')}</span>
          <Link to={`/customers/${parent.id}`} search={{ asOf }} look="name">
            <bdi>{parent.name}</bdi>
          </Link>
        </p>
      )}
      {note !== null && (
        <p dir="auto" className="max-w-prose text-start whitespace-pre-line">
          {note}
        </p>
      )}
    </>
  );
}
