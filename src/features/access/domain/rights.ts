export type Role = 'owner' | 'colleague';

/** What not everybody may do. */
export const rights = ['see_sensitive_facts', 'see_who_looked', 'export_customers', 'define_fields'] as const;
export type Right = (typeof rights)[number];

const ofRoles: Readonly<Record<Role, readonly Right[]>> = {
  owner: ['see_sensitive_facts', 'see_who_looked', 'export_customers', 'define_fields'],
  colleague: [],
};

/** Whoever answers for a customer, or stands in, has these with that customer, whatever the role. */
const ofThoseWhoAnswer: readonly Right[] = ['see_sensitive_facts', 'see_who_looked'];

/** The rights that a role has with every customer. */
export function rightsOf(role: Role): readonly Right[] {
  return ofRoles[role];
}

/** Whether a colleague has a right; `answersFor` where they are owner or deputy of the customer whom it is about. */
export function may(role: Role, right: Right, answersFor = false): boolean {
  return ofRoles[role].includes(right) || (answersFor && ofThoseWhoAnswer.includes(right));
}
