/** What a column of contacts can tell, in the order in which people are shown them. */
export const contactFields = [
  'name',
  'given',
  'middle',
  'patronymic',
  'family',
  'prefix',
  'suffix',
  'nickname',
  'otherNames',
  'latinName',
  'greeting',
  'organization',
  'role',
  'email',
  'phone',
  'website',
  'street',
  'postalCode',
  'city',
  'region',
  'addressCountry',
  'country',
  'language',
  'timeZone',
  'formality',
  'birthday',
  'birthCalendar',
  'profession',
  'tags',
  'note',
  'externalId',
  'kind',
  'legalName',
  'foundedOn',
  'industry',
  'employees',
  'parent',
  'standing',
  'owner',
  'deputy',
  'knownSinceOn',
  'roleSince',
  'roleUntil',
  'emailLabel',
  'phoneLabel',
  'websiteLabel',
  'addressLabel',
  'addressMore',
  'sourceKey',
  'id',
  'photo',
  'custom',
] as const;

export type ContactField = (typeof contactFields)[number];

/** The fields offered to a person who says what a column tells; the others follow from the forms of known programs. */
export const fieldsToChoose = contactFields.slice(0, contactFields.indexOf('standing'));

/** What one column tells. Columns of one `slot` belong together: the street and the city of the second address. */
export type ColumnMeaning = {
  readonly field: ContactField;
  readonly slot?: number | undefined;
  /** What the number or address is for, where the header says it: work, home, mobile. */
  readonly label?: string | undefined;
  /** Which of the workspace's own fields, by its id. */
  readonly custom?: string | undefined;
};

/** The fields of which a contact has several, and which column begins another one. */
const manifold: Partial<Record<ContactField, string>> = {
  email: 'email',
  emailLabel: 'email',
  phone: 'phone',
  phoneLabel: 'phone',
  website: 'website',
  websiteLabel: 'website',
  street: 'address',
  postalCode: 'address',
  city: 'address',
  region: 'address',
  addressCountry: 'address',
  addressLabel: 'address',
  addressMore: 'address',
  organization: 'role',
  role: 'role',
  roleSince: 'role',
  roleUntil: 'role',
};

/** The list that a field belongs to; undefined for one that a contact has once. */
export function listOf(field: ContactField): string | undefined {
  return manifold[field];
}
