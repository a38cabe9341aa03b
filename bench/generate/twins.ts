import type { CustomerLanguage } from '#fixtures/business-rows.ts';
import { createRandom, type Random } from '#fixtures/random.ts';
import { drawPerson, type DrawnName, type Family } from './family-names.ts';
import { codes, forms, nicknames, trades } from './twin-words.ts';
import { birthdayMistyped, carelessly, mistyped, phoneWritten, type Written } from './noise.ts';

/** A record of a customer as a business may hold it, and of whom it is: records of one entity are one customer. */
export type LabelledRecord = Written & {
  readonly entity: number;
  readonly kind: 'person' | 'organization';
  readonly email: string | null;
  readonly phone: string | null;
  readonly birthday: readonly [number, number, number] | null;
  readonly street: string | null;
  readonly city: string | null;
};

const languages: readonly CustomerLanguage[] = ['el', 'bg', 'sr-Cyrl', 'sr-Latn', 'fa', 'hy', 'en'];
type Entity = {
  readonly entity: number;
  readonly language: CustomerLanguage;
  readonly person: DrawnName;
  readonly phone: string;
  readonly email: string;
  readonly birthday: readonly [number, number, number];
  readonly street: string;
  readonly city: string;
};

/**
 * About so many records, one after another. One customer in eleven stands in the books twice, some three times, each time written as another hand
 * would: with typing errors, parts exchanged, in Latin letters, under a short name, with fields missing or moved on. Made to mislead: relatives who
 * share a telephone, an address or a mailbox; namesakes of one town, such as cousins called after a grandfather; branches of a company.
 */
export function* labelledRecords(customers: number): Generator<LabelledRecord> {
  const random = createRandom('twins');
  let made = 0;
  for (let number = 0; made < customers; number += 10) {
    const records = random.chance(0.08) ? company(random, number) : household(random, number);
    for (const record of records) {
      if (made === customers) return;
      made += 1;
      yield record;
    }
  }
}

function household(random: Random, number: number): LabelledRecord[] {
  const first = drawEntity(random, number, random.pick(languages));
  const people = [first];
  if (random.chance(0.12)) people.push(relative(random, first, number + 1));
  if (random.chance(0.015)) people.push(namesake(random, first, number + 2));
  return people.flatMap((one) => [asFirstWritten(random, one), ...copies(random, () => asWrittenAgain(random, one))]);
}

function copies<T>(random: Random, make: () => T): T[] {
  const chance = random.unit();
  return Array.from({ length: chance < 0.01 ? 2 : chance < 0.09 ? 1 : 0 }, make);
}

function drawEntity(random: Random, entity: number, language: CustomerLanguage, family?: Family): Entity {
  const person = drawPerson(random, language, family);
  const box = `${person.latinGiven}.${person.latinFamily}`
    .normalize('NFD')
    .replace(/[^a-zA-Z.]/g, '')
    .toLowerCase();
  return {
    entity,
    language,
    person,
    phone: String(random.whole(600_000_000, 999_999_999)),
    email: `${box}${random.whole(1, 99)}@${random.pick(['gmail.com', 'yahoo.com', 'mail.bg', 'outlook.com', `post${random.whole(1, 500)}.net`])}`,
    birthday: [random.whole(1935, 2007), random.whole(1, 12), random.whole(1, 28)],
    street: `${random.pick(['Ermou', 'Vitosha', 'Knez Mihailova', 'Valiasr', 'Abovyan', 'High Street'])} ${random.whole(1, 400)}`,
    city: `${language} town ${Math.floor(random.unit() ** 2 * 300)}`,
  };
}

/** Another person of the same household: another given name and birthday, the rest often shared. */
function relative(random: Random, one: Entity, entity: number): Entity {
  const other = drawEntity(random, entity, one.language, { native: one.person.family, latin: one.person.latinFamily });
  if (other.person.given === one.person.given) return relative(random, one, entity);
  return {
    ...other,
    phone: random.chance(0.6) ? one.phone : other.phone,
    email: random.chance(0.15) ? one.email : other.email,
    street: random.chance(0.85) ? one.street : other.street,
    city: one.city,
  };
}

function namesake(random: Random, one: Entity, entity: number): Entity {
  const other = drawEntity(random, entity, one.language);
  return { ...other, person: one.person, city: one.city };
}

function asFirstWritten(random: Random, one: Entity): LabelledRecord {
  const isTold = random.chance(0.65);
  return {
    ...written(random, one.person, { isLatin: random.chance(0.15), isTold, isExchanged: !isTold && random.chance(0.2) }),
    entity: one.entity,
    kind: 'person',
    email: random.chance(0.6) ? one.email : null,
    phone: random.chance(0.8) ? `${codes[one.language]}${one.phone}` : null,
    birthday: random.chance(0.4) ? one.birthday : null,
    ...(random.chance(0.5) ? { street: one.street, city: one.city } : { street: null, city: random.chance(0.4) ? one.city : null }),
  };
}

function asWrittenAgain(random: Random, one: Entity): LabelledRecord {
  const isTold = random.chance(0.6);
  const called = random.chance(0.14) ? (nicknames[one.person.given] ?? one.person.given) : one.person.given;
  const typed = random.chance(0.16) ? 'given' : random.chance(0.2) ? 'family' : null;
  const person = {
    ...one.person,
    given: typed === 'given' ? mistyped(random, called) : called,
    family: typed === 'family' ? mistyped(random, one.person.family) : one.person.family,
    patronymic: random.chance(0.5) ? null : one.person.patronymic,
  };
  const missing = random.unit();
  const shown =
    missing < 0.03
      ? { ...person, given: '' }
      : missing < 0.05
        ? { ...person, family: '' }
        : missing < 0.09
          ? { ...person, given: `${person.given.slice(0, 1)}.` }
          : person;
  const [email, phone] = [random.unit(), random.unit()];
  return {
    ...written(random, shown, { isLatin: random.chance(0.35), isTold, isExchanged: random.chance(isTold ? 0.06 : 0.3) }),
    entity: one.entity,
    kind: 'person',
    email:
      email < 0.45
        ? one.email
        : email < 0.55
          ? `${one.email.split('@')[0]}@${random.pick(['icloud.com', 'proton.me', 'abv.bg'])}`
          : email < 0.75
            ? null
            : `new${random.whole(1, 1e9)}@gmail.com`,
    phone:
      phone < 0.6
        ? phoneWritten(random, codes[one.language], one.phone)
        : phone < 0.64
          ? `${codes[one.language]}${mistyped(random, one.phone)}`
          : phone < 0.8
            ? null
            : `${codes[one.language]}${random.whole(600_000_000, 999_999_999)}`,
    birthday: random.chance(0.5) ? (random.chance(0.08) ? birthdayMistyped(random, one.birthday) : one.birthday) : null,
    ...(random.chance(0.5)
      ? { street: random.chance(0.85) ? one.street : `Nowhere ${random.whole(1, 400)}`, city: one.city }
      : { street: null, city: null }),
  };
}

function written(random: Random, person: DrawnName, how: { isLatin: boolean; isTold: boolean; isExchanged: boolean }): Written {
  const given = how.isLatin && person.given.length > 2 ? carelessly(random, person.latinGiven) : person.given;
  const family = how.isLatin && person.family !== '' ? carelessly(random, person.latinFamily) : person.family;
  const [first, last] = how.isExchanged ? [family, given] : [given, family];
  const middle = how.isLatin ? null : person.patronymic;
  const name = [first, middle, last].filter((part) => part !== null && part !== '').join(' ');
  if (!how.isTold) return { name, given: null, patronymic: null, family: null };
  return { name, given: first === '' ? null : first, patronymic: middle, family: last === '' ? null : last };
}

function company(random: Random, number: number): LabelledRecord[] {
  const language = random.pick(languages);
  const head = drawEntity(random, number, language);
  const [trade, latinTrade] = random.pick(trades[language]);
  const core = { native: `${trade} ${head.person.family}`, latin: `${latinTrade} ${head.person.latinFamily}` };
  const domain =
    `${head.person.latinFamily}-${latinTrade}`
      .normalize('NFD')
      .replace(/[^a-zA-Z-]/g, '')
      .toLowerCase() + random.pick(['.com', '.eu', '.net']);
  const record = (one: Entity, isFirst: boolean): LabelledRecord => {
    const spoken = !isFirst && random.chance(0.35) ? carelessly(random, core.latin) : core.native;
    const typed = !isFirst && random.chance(0.15) ? mistyped(random, spoken) : spoken;
    const name = `${typed} ${random.pick(forms[language])}`.trim();
    const isReached = random.unit();
    return {
      entity: one.entity,
      kind: 'organization',
      name,
      given: null,
      patronymic: null,
      family: null,
      email: random.chance(0.6) ? `${random.pick(['info', 'sales', 'office', 'orders'])}@${domain}` : null,
      phone:
        isReached < 0.7
          ? phoneWritten(random, codes[language], one.phone)
          : isReached < 0.85
            ? `${codes[language]}${random.whole(600_000_000, 999_999_999)}`
            : null,
      birthday: null,
      ...(random.chance(0.7) ? { street: one.street, city: one.city } : { street: null, city: null }),
    };
  };
  const places = [head];
  if (random.chance(0.15)) {
    const branch = drawEntity(random, number + 1, language);
    places.push({ ...branch, city: `${language} town ${random.whole(300, 600)}` });
  }
  return places.flatMap((one) => [record(one, true), ...copies(random, () => record(one, false))]);
}
