const parts = [
  '',
  '/card',
  '/tags',
  '/facts',
  '/goals',
  '/circle',
  '/attachments',
  '/roles',
  '/habits',
  '/purchases?limit=12',
  '/pulse',
  '/touchpoints?limit=20',
  '/promises',
  '/cadence',
  '/word-of-mouth',
  '/participants',
  '/consents',
];

/** What the page of a customer asks for, as it asks for it: to have it at hand when there is no connection. The journey without one finds what is missing here. */
export function addressesOfCustomer(customer: string): string[] {
  return parts.map((part) => `/api/customers/${customer}${part}`);
}
