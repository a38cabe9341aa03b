/** What a colleague is in a workspace, from the most rights to the fewest. */
export const roles = ['owner', 'manager', 'colleague', 'reader'] as const;
export type Role = (typeof roles)[number];

type Given = {
  /** Who has it with every customer. */
  readonly to: readonly Role[];
  /** Whoever answers for a customer, or stands in, has it with that customer, whatever the role. */
  readonly toThoseWhoAnswer?: true;
};

const everybody = roles;
const whoWorks = ['owner', 'manager', 'colleague'] as const;
const whoManages = ['owner', 'manager'] as const;

/**
 * Who may do what. Each route names the right that it asks for (`caller` in its contract), the router refuses whoever has it not, pages say why
 * something is disabled, and the table in docs/rights.md is made from this.
 */
const given = {
  seeCustomers: { to: everybody },
  keepPreferences: { to: everybody },
  workWithCustomers: { to: whoWorks },
  mergeCustomers: { to: whoWorks },
  actForColleagues: { to: whoManages },
  makeRoutinesForMany: { to: whoManages },
  importData: { to: whoManages },
  exportCustomers: { to: whoManages },
  defineFields: { to: whoManages },
  changeSettings: { to: whoManages },
  manageColleagues: { to: whoManages },
  seeTeam: { to: whoManages },
  requireSecondFactor: { to: ['owner'] },
  manageWebhooks: { to: whoManages },
  makeAutomations: { to: whoManages },
  makeKeys: { to: whoWorks },
  seeAudit: { to: ['owner'] },
  exportAudit: { to: ['owner'] },
  exportPersonalData: { to: ['owner'] },
  erasePersonalData: { to: ['owner'] },
  seeSensitiveFacts: { to: ['owner'], toThoseWhoAnswer: true },
  seeWhoLooked: { to: ['owner'], toThoseWhoAnswer: true },
} as const satisfies Readonly<Record<string, Given>>;

export type Right = keyof typeof given;

/** Every right, the most common first. */
export const rights = Object.keys(given) as readonly Right[];

/** The roles that have a right with every customer. */
export function rolesWith(right: Right): readonly Role[] {
  return given[right].to;
}

/** Whether a right comes with answering for a customer, too. */
export function comesWithAnswering(right: Right): boolean {
  return 'toThoseWhoAnswer' in given[right];
}

/** The rights that a role has with every customer. */
export function rightsOf(role: Role): readonly Right[] {
  return rights.filter((right) => rolesWith(right).includes(role));
}

/** Whether customers and promises can be entrusted to a colleague: only to one who works with them. */
export function mayBeEntrusted({ role }: { readonly role: Role }): boolean {
  return rolesWith('workWithCustomers').includes(role);
}

/** Somebody who acts: a colleague in person, or a key that acts for them, with `only` what it was given. */
export type Acting = { readonly role: Role; readonly only?: readonly Right[] };

/** Whether somebody has a right; `answersFor` where they are owner or deputy of the customer whom it is about. A key has no right that its maker has not. */
export function may({ role, only }: Acting, right: Right, answersFor = false): boolean {
  if (only && !only.includes(right)) return false;
  return rolesWith(right).includes(role) || (answersFor && comesWithAnswering(right));
}
