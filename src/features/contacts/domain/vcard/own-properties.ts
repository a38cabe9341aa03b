import type { Contact } from '../contact.ts';

/** What vCard 4.0 has no property for goes under names of our own (RFC 6350, 6.10), so that a card comes back as it left. */
export const ownProperties = {
  'X-TEND-EXTERNAL-ID': 'externalId',
  'X-TEND-LATIN-NAME': 'latinName',
  'X-TEND-PATRONYMIC': 'patronymic',
  'X-TEND-OTHER-NAMES': 'otherNames',
  'X-TEND-GREETING': 'greeting',
  'X-TEND-COUNTRY': 'country',
  'X-TEND-FORMALITY': 'formality',
  'X-TEND-PROFESSION': 'profession',
  'X-TEND-LEGAL-NAME': 'legalName',
  'X-TEND-FOUNDED-ON': 'foundedOn',
  'X-TEND-INDUSTRY': 'industry',
  'X-TEND-EMPLOYEES': 'employees',
  'X-TEND-PARENT': 'parent',
  'X-TEND-OWNER': 'owner',
  'X-TEND-DEPUTY': 'deputy',
  'X-TEND-KNOWN-SINCE': 'knownSinceOn',
  'X-TEND-BIRTHDAY': 'birthday',
} as const satisfies Record<string, keyof Contact>;

/** Organization, role, since, until. */
export const roleProperty = 'X-TEND-ROLE';
export const standingProperty = 'X-TEND-STANDING';
/** One of the workspace's own fields: its name, and what stands in it. */
export const fieldProperty = 'X-TEND-FIELD';
export const idProperty = 'X-TEND-ID';
