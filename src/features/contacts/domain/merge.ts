import { foldTag, type PostalAddress } from '#features/people/domain/index.ts';
import { singleFields, type Contact, type ContactRole, type SingleField } from './contact.ts';
import { folded } from './text.ts';

/** What earlier imports of a source wrote into the fields of a customer. */
export type Written = Readonly<Record<string, string | number>>;

export type Merged = {
  readonly contact: Contact;
  readonly written: Written;
  readonly changed: boolean;
};

/**
 * What becomes of a customer when a file tells of them again. Empty fields are filled. A field that says otherwise is overwritten only where it
 * still holds what an earlier import of the same source wrote, so that what colleagues write stays. Numbers, addresses, roles and tags are
 * added and never removed. Fields that the file does not tell are left alone. Merging the same again changes nothing. Of `tiedLater`, fields that name a person, only
 * the books say whether they change anything.
 */
export function mergeContact(
  before: Contact,
  told: Contact,
  written: Written,
  mayOverwrite = true,
  tiedLater: ReadonlySet<string> = new Set(),
): Merged {
  const singles: Partial<Record<SingleField, string | number | null>> = {};
  const remembered: Record<string, string | number> = { ...written };
  let changed = false;
  for (const field of singleFields) {
    const value = told[field];
    if (value === null || value === '') continue;
    const present = before[field];
    if (present === value) {
      continue;
    }
    if (present !== null && !(mayOverwrite && written[field] === present)) continue;
    singles[field] = value;
    remembered[field] = value;
    changed = true;
  }
  const custom: Record<string, string> = { ...before.custom };
  for (const [id, value] of Object.entries(told.custom)) {
    const [present, key] = [before.custom[id], customKey(id)];
    if (present === value || (present !== undefined && !(mayOverwrite && written[key] === present))) continue;
    custom[id] = value;
    remembered[key] = value;
    changed ||= !tiedLater.has(id);
  }
  const emails = added(before.emails, told.emails, (one) => one.value);
  const phones = added(before.phones, told.phones, (one) => one.value);
  const websites = added(before.websites, told.websites, (one) => one.value);
  const addresses = added(before.addresses, told.addresses, addressKey);
  const tags = added(before.tags, told.tags, foldTag);
  const roles = mergeRoles(before.roles, told.roles, remembered, mayOverwrite);
  const lists = { emails, phones, websites, addresses, tags, roles };
  changed ||= Object.entries(lists).some(([list, all]) => all !== before[list as keyof typeof lists]);
  return { contact: { ...before, ...(singles as Partial<Contact>), ...lists, custom }, written: remembered, changed };
}

/** What an import wrote into a customer that it made. */
export function writtenAtFirst(contact: Contact): Written {
  const written: Record<string, string | number> = {};
  for (const field of singleFields) {
    const value = contact[field];
    if (value !== null) written[field] = value;
  }
  for (const { organization, role } of contact.roles) if (role !== null) written[roleKey(organization)] = role;
  for (const [id, value] of Object.entries(contact.custom)) written[customKey(id)] = value;
  return written;
}

function added<T>(before: readonly T[], told: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const known = new Set(before.map(keyOf));
  const news = told.filter((one) => !known.has(keyOf(one)));
  return news.length === 0 ? before : [...before, ...news];
}

/** Several roles at one organization are told apart by when they began; of one that has no end yet the name may be told anew. */
function mergeRoles(
  before: readonly ContactRole[],
  told: readonly ContactRole[],
  written: Record<string, string | number>,
  mayOverwrite: boolean,
): readonly ContactRole[] {
  const roles = [...before];
  let changed = false;
  for (const one of told) {
    const key = roleKey(one.organization);
    const place = roles.findIndex((role) => roleKey(role.organization) === key && (isSame(role, one) || isOneTime(role, one)));
    const same = roles[place];
    if (!same) {
      roles.push(one);
      if (one.role !== null) written[key] = one.role;
      changed = true;
      continue;
    }
    const mayRename = same.role === null || (mayOverwrite && written[key] === same.role);
    const after = { ...same, role: one.role !== null && mayRename ? one.role : same.role, sinceOn: same.sinceOn ?? one.sinceOn };
    if (after.role === same.role && after.sinceOn === same.sinceOn) continue;
    if (after.role !== null) written[key] = after.role;
    roles[place] = after;
    changed = true;
  }
  return changed ? roles : before;
}

/** Whether both are the same time at one organization, which has no end yet. */
function isOneTime(one: ContactRole, other: ContactRole): boolean {
  if (one.untilOn !== null || other.untilOn !== null) return false;
  return one.sinceOn === null || other.sinceOn === null || one.sinceOn === other.sinceOn;
}

function isSame(one: ContactRole, other: ContactRole): boolean {
  return one.role === other.role && one.sinceOn === other.sinceOn && one.untilOn === other.untilOn;
}

function customKey(field: string): string {
  return `custom:${field}`;
}

function roleKey(organization: string): string {
  return `role:${folded(organization)}`;
}

function addressKey({ street, postalCode, city, region, country }: PostalAddress): string {
  return [street, postalCode, city, region, country].map((part) => folded(part ?? '')).join('\n');
}
