import { useMessages } from '#kit/web/i18n/language.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { splitName } from '../../domain/index.ts';
import type { Customer } from '../customer.ts';

export const PAIR = 'flex flex-wrap gap-x-4 gap-y-5 *:min-w-40 *:flex-1';

/** How they are called, in the parts that everybody knows. */
export function NameFields({ kind, customer }: { kind: Customer['kind']; customer?: Customer }) {
  const say = useMessages();
  const names = namesOf(customer);
  if (kind === 'organization') return <TextField label={say('people.name')} name="name" defaultValue={names.name} autoFocus isRequired />;
  return (
    <div className={PAIR}>
      <TextField label={say('people.given')} name="given" defaultValue={names.given} autoFocus />
      <TextField label={say('people.family')} name="family" defaultValue={names.family} />
    </div>
  );
}

export const moreNames = ['prefix', 'patronymic', 'suffix', 'nickname', 'otherNames'] as const;

/** The other parts of a person's name. */
export function MoreNameFields({ customer }: { customer: Customer }) {
  const say = useMessages();
  return (
    <>
      <div className={PAIR}>
        <TextField label={say('people.prefix')} name="prefix" defaultValue={customer.prefix ?? ''} />
        <TextField label={say('people.patronymic')} name="patronymic" defaultValue={customer.patronymic ?? ''} />
      </div>
      <div className={PAIR}>
        <TextField label={say('people.suffix')} name="suffix" defaultValue={customer.suffix ?? ''} />
        <TextField label={say('people.nickname')} name="nickname" defaultValue={customer.nickname ?? ''} />
      </div>
      <TextField
        label={say('people.otherNames')}
        hint={say('people.otherNames.hint')}
        name="otherNames"
        defaultValue={customer.otherNames ?? ''}
      />
    </>
  );
}

export function LatinNameField({ customer }: { customer: Customer }) {
  const say = useMessages();
  return (
    <TextField
      label={say('people.latinName')}
      hint={say('people.latinName.hint')}
      name="latinName"
      defaultValue={customer.latinName ?? ''}
    />
  );
}

/** The names to begin with. A whole name whose parts nobody told is shown in the parts that it most likely has. */
export function namesOf(customer: Customer | undefined): { name: string; given: string; family: string } {
  if (!customer || customer.name === customer.externalId) return { name: '', given: '', family: '' };
  const { name, given, family } = customer;
  if (given !== null || family !== null) return { name, given: given ?? '', family: family ?? '' };
  const split = splitName(name, customer.language);
  if (split) return { name, given: split.given ?? '', family: split.family ?? '' };
  const [first = '', ...rest] = name.split(' ');
  return { name, given: first, family: rest.join(' ') };
}
