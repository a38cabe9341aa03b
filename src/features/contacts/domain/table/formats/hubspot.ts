import type { ContactFormat } from './format.ts';

/** HubSpot, export of contacts. */
export const hubspot: ContactFormat = {
  source: 'hubspot',
  signature: ['Record ID', 'First Name', 'Last Name', 'Email'],
  between: ';',
  columns: [
    ['Record ID', 'sourceKey'],
    ['Salutation', 'prefix'],
    ['First Name', 'given'],
    ['Last Name', 'family'],
    ['Email', 'email', undefined, 1],
    ['Work email', 'email', 'work', 2],
    ['Phone Number', 'phone', undefined, 1],
    ['Mobile Phone Number', 'phone', 'mobile', 2],
    ['Fax Number', 'phone', 'fax', 3],
    ['Associated Company', 'organization', undefined, 1],
    ['Company Name', 'organization', undefined, 1],
    ['Job Title', 'role', undefined, 1],
    ['Street Address', 'street', undefined, 1],
    ['City', 'city', undefined, 1],
    ['State/Region', 'region', undefined, 1],
    ['Postal Code', 'postalCode', undefined, 1],
    ['Country/Region', 'addressCountry', undefined, 1],
    ['Website URL', 'website', undefined, 1],
    ['Preferred language', 'language'],
    ['Date of birth', 'birthday'],
  ],
};
