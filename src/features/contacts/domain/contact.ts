import { plainFields, type ContactPoint, type PostalAddress } from '#features/people/domain/index.ts';

/**
 * What a file tells in the workspace's own fields, by their ids, each as our own files write it (`12.5`, `2026-03-31`, choices and people by their names),
 * so that what is the same is the same text.
 */
export type CustomTexts = Readonly<Record<string, string>>;

/** A place of work, by the organization's name. Days are ISO dates. */
export type ContactRole = {
  readonly organization: string;
  readonly role: string | null;
  readonly sinceOn: string | null;
  readonly untilOn: string | null;
};

/**
 * Everything that a file can tell of one person or organization, whatever the file is; what it does not tell is null or empty. Other
 * customers and colleagues are known by their names. `birthday` is `1980-04-15`, `--04-15` where the year is not told, and begins with
 * `persian:` in that calendar.
 */
export type Contact = {
  readonly kind: 'person' | 'organization';
  /** Null where the file does not say. */
  readonly contactOnly: boolean | null;
  /** Under which Tend, here or elsewhere, knew them when it wrote the file. */
  readonly id: string | null;
  /** The key of the program that wrote the file; not to be mistaken for the number by which the business itself knows them. */
  readonly sourceKey: string | null;
  readonly externalId: string | null;
  readonly name: string;
  readonly latinName: string | null;
  readonly given: string | null;
  readonly patronymic: string | null;
  readonly family: string | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly nickname: string | null;
  readonly otherNames: string | null;
  readonly greeting: string | null;
  readonly country: string | null;
  readonly language: string | null;
  readonly timeZone: string | null;
  readonly formality: 'formal' | 'familiar' | null;
  readonly birthday: string | null;
  readonly profession: string | null;
  readonly legalName: string | null;
  readonly foundedOn: string | null;
  readonly industry: string | null;
  readonly employees: number | null;
  readonly note: string | null;
  readonly parent: string | null;
  /** By what one photo is told from another (SHA-256); the picture itself goes beside the contact. */
  readonly photo: string | null;
  readonly owner: string | null;
  readonly deputy: string | null;
  readonly knownSinceOn: string | null;
  readonly emails: readonly ContactPoint[];
  readonly phones: readonly ContactPoint[];
  readonly websites: readonly ContactPoint[];
  readonly addresses: readonly PostalAddress[];
  readonly roles: readonly ContactRole[];
  readonly tags: readonly string[];
  readonly custom: CustomTexts;
};

/** The fields with one value, which an import fills, and overwrites only where an earlier one wrote them. */
export const singleFields = ['externalId', ...plainFields, 'photo'] as const satisfies readonly (keyof Contact)[];

export const unknownContact: Contact = {
  kind: 'person',
  contactOnly: null,
  id: null,
  sourceKey: null,
  externalId: null,
  name: '',
  latinName: null,
  given: null,
  patronymic: null,
  family: null,
  prefix: null,
  suffix: null,
  nickname: null,
  otherNames: null,
  greeting: null,
  country: null,
  language: null,
  timeZone: null,
  formality: null,
  birthday: null,
  profession: null,
  legalName: null,
  foundedOn: null,
  industry: null,
  employees: null,
  note: null,
  parent: null,
  photo: null,
  owner: null,
  deputy: null,
  knownSinceOn: null,
  emails: [],
  phones: [],
  websites: [],
  addresses: [],
  roles: [],
  tags: [],
  custom: {},
};

export type SingleField = (typeof singleFields)[number];

/** What of a contact could not be taken, though the contact came in: which field, why, and as it was written. */
export type Warning = { readonly reason: WarningReason; readonly value: string };

/** Each has its sentence in the messages, under `contacts.warning.<code>`. */
export const warningReasons = [
  'email_unusable',
  'phone_unusable',
  'website_unusable',
  'too_many',
  'birthday_unreadable',
  'birthday_impossible',
  'birthday_in_future',
  'date_unreadable',
  'language_unknown',
  'time_zone_unknown',
  'employees_unreadable',
  'owner_unknown',
  'external_id_taken',
  'text_shortened',
  'belongs_in_a_circle',
  'role_ends_before_it_begins',
  'photo_unusable',
  'custom_unreadable',
  'custom_not_asked',
  'custom_person_unknown',
] as const;

export type WarningReason = (typeof warningReasons)[number];

/** Why a row or card is not taken. Each has its sentence in the messages, under `contacts.reason.<code>`. */
export const setAsideReasons = [
  'name_missing',
  'group',
  'ambiguous',
  'name_differs',
  'other_kind',
  'indistinct',
  'erased',
  'quote_unclosed',
  'line_too_long',
  'nul_character',
  'too_many_cells',
  'header_repeated',
  'card_unfinished',
  'card_too_long',
] as const;

export type SetAsideReason = (typeof setAsideReasons)[number];

export type TakenContact = {
  readonly contact: Contact;
  readonly warnings: readonly Warning[];
  readonly photo: FoundPhoto;
};

/** A photo as it stands in the file, where nobody has looked yet whether it is one; `elsewhere`: the file only says where it would be. */
export type FoundPhoto = Uint8Array<ArrayBuffer> | 'elsewhere' | undefined;

export type ReadContact = TakenContact | { readonly setAside: SetAsideReason };
