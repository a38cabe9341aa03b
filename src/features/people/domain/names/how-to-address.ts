import { addressInArmenian, addressOrganizationInArmenian } from './address/armenian.ts';
import { addressInBulgarian, addressOrganizationInBulgarian } from './address/bulgarian.ts';
import { addressInEnglish, addressOrganizationInEnglish } from './address/english.ts';
import { addressInGreek, addressOrganizationInGreek } from './address/greek.ts';
import { addressInPersian, addressOrganizationInPersian } from './address/persian.ts';
import { addressInRussian, addressOrganizationInRussian } from './address/russian.ts';
import { addressInSerbian, addressOrganizationInSerbian } from './address/serbian.ts';
import type { Address, Addressee, Addressing, Ground } from './address/address.ts';
import { knownGender, type KnownGender } from './gender.ts';
import type { Name, NameParts } from '../name.ts';
import { baseOf, isSerboCroatian, languageOfName, scriptOf, scriptOfLanguage } from './script.ts';
import { inSerbianScript } from './serbian-script.ts';
import { splitName } from './split-name.ts';
import { readTitles } from './titles.ts';
import { wholeName } from './whole-name.ts';

/** Whom to address: the name, on which terms, and what a colleague wrote where it should be otherwise. */
export type ToAddress = Name & {
  readonly formality?: 'formal' | 'familiar' | null | undefined;
  readonly greeting?: string | null | undefined;
};

/**
 * How to address a customer, spoken and in a letter, in their own language, with the grounds for it. Formally unless it is known that they
 * are on first-name terms. Whether a woman or a man is addressed is taken from the name where it says so for certain and never guessed; else
 * the form suits both. `otherwise` is the language to use where neither the customer's is known nor the name tells one.
 */
export function howToAddress(customer: ToAddress, otherwise: string): Address {
  const language = languageToUse(customer, otherwise);
  const formality = customer.formality ?? 'formal';
  const known = knownParts(customer);
  const gender = knownGender({ ...customer, ...known.parts });
  const who = addresseeOf(customer, known, language, formality, gender);
  const addressing = customer.kind === 'organization' ? addressOrganization(language, who.whole) : address(language, who);
  const isWritten = Boolean(customer.greeting);
  return {
    formality,
    language,
    spoken: addressing.spoken,
    greeting: customer.greeting || addressing.greeting,
    grounds: isWritten ? [{ code: 'written', values: {} }] : groundsOf(customer, known, who, addressing, gender),
  };
}

type Known = { readonly parts: NameParts; readonly from: 'told' | 'split' | 'nowhere' };

function languageToUse(customer: ToAddress, otherwise: string): string {
  const wanted = customer.language ?? languageOfName(customer) ?? otherwise;
  if (isSerboCroatian(wanted)) return serbianOf(wanted, customer.name);
  return ['el', 'bg', 'fa', 'hy', 'ru'].includes(baseOf(wanted)) ? baseOf(wanted) : 'en';
}

// Who reads `sr` reads both scripts: the one of the name is theirs.
function serbianOf(wanted: string, name: string): string {
  const isPlain = wanted.toLowerCase() === 'sr' || /^sr-[a-z]{2}$/i.test(wanted);
  const script = isPlain ? (scriptOf(name) ?? 'Cyrl') : scriptOfLanguage(wanted);
  return script === 'Latn' ? 'sr-Latn' : 'sr-Cyrl';
}

function knownParts({ kind, name, prefix, given, patronymic, family, suffix, nickname, language }: ToAddress): Known {
  if (kind === 'organization') return { parts: {}, from: 'nowhere' };
  if (given || family) return { parts: { prefix, given, patronymic, family, suffix, nickname }, from: 'told' };
  const split = splitName(name, language);
  if (!split) return { parts: { prefix, nickname }, from: 'nowhere' };
  return { parts: { ...split, prefix: prefix || split.prefix, nickname }, from: 'split' };
}

function addresseeOf(
  customer: ToAddress,
  { parts, from }: Known,
  language: string,
  formality: 'formal' | 'familiar',
  gender: KnownGender | undefined,
): Addressee {
  // A name that is only a number is none.
  const isNamed = /\p{L}/u.test(customer.name);
  const write = writerFor(customer, language);
  const part = (text: string | null | undefined) => (text ? write(text) : null);
  const degree = readTitles(parts.prefix).find((title) => title.kind === 'degree');
  return {
    formality,
    gender: gender?.gender,
    given: part((formality === 'familiar' && parts.nickname) || parts.given),
    patronymic: part(parts.patronymic),
    family: part(parts.family),
    // What came as Παπαδοπούλου, Μαρία is said in the order in which people say it.
    whole: isNamed ? write((from === 'split' && wholeName(parts, customer.language)) || customer.name) : '',
    degree: degree?.kind === 'degree' ? degree.written : null,
  };
}

/** Writes parts of the name in letters that go with the language: Serbian in either script, others as their Latin spelling has them. */
function writerFor({ name, latinName }: ToAddress, language: string): (part: string) => string {
  const [script, wanted] = [scriptOf(name), scriptOfLanguage(language)];
  if (isSerboCroatian(language)) return (part) => inSerbianScript(part, wanted === 'Latn' ? 'Latn' : 'Cyrl');
  if (!latinName || script === undefined || script === wanted || script === 'Latn') return (part) => part;
  const [words, latin] = [name.split(' '), latinName.split(' ')];
  const latinOf = new Map(words.map((word, index) => [word, latin[index] ?? word]));
  return (part) => {
    if (part === name) return latinName;
    return words.length === latin.length ? part.replaceAll(/[^\s]+/g, (word) => latinOf.get(word) ?? word) : part;
  };
}

function address(language: string, who: Addressee): Addressing {
  switch (baseOf(language)) {
    case 'el':
      return addressInGreek(who);
    case 'sr':
      return addressInSerbian(who, language === 'sr-Latn' ? 'Latn' : 'Cyrl');
    case 'bg':
      return addressInBulgarian(who);
    case 'fa':
      return addressInPersian(who);
    case 'hy':
      return addressInArmenian(who);
    case 'ru':
      return addressInRussian(who);
    default:
      return addressInEnglish(who);
  }
}

function addressOrganization(language: string, whole: string): Addressing {
  switch (baseOf(language)) {
    case 'el':
      return addressOrganizationInGreek(whole);
    case 'sr':
      return addressOrganizationInSerbian(whole, language === 'sr-Latn' ? 'Latn' : 'Cyrl');
    case 'bg':
      return addressOrganizationInBulgarian(whole);
    case 'fa':
      return addressOrganizationInPersian(whole);
    case 'hy':
      return addressOrganizationInArmenian(whole);
    case 'ru':
      return addressOrganizationInRussian(whole);
    default:
      return addressOrganizationInEnglish(whole);
  }
}

function groundsOf(customer: ToAddress, known: Known, who: Addressee, addressing: Addressing, gender: KnownGender | undefined): Ground[] {
  if (customer.kind === 'organization' || who.whole === '') return [];
  const grounds: Ground[] = [];
  if (who.formality === 'familiar' && who.given !== null)
    grounds.push({ code: known.parts.nickname ? 'nickname' : 'first_name', values: { name: who.given } });
  if (addressing.usesPatronymic && who.patronymic !== null) grounds.push({ code: 'patronymic', values: { name: who.patronymic } });
  for (const { name, form } of addressing.vocatives ?? []) grounds.push({ code: 'vocative', values: { name, form } });
  if (addressing.asksGender)
    grounds.push(
      gender ? { code: `gender_${gender.by}`, values: { of: gender.of, gender: gender.gender } } : { code: 'gender_unknown', values: {} },
    );
  if (known.from === 'split') grounds.push({ code: 'split', values: { name: customer.name } });
  if (known.from === 'nowhere' && customer.name.includes(' ')) grounds.push({ code: 'whole_name', values: {} });
  return grounds;
}
