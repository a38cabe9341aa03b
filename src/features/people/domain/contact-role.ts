import { err, ok, type Result } from '#kit/domain/result.ts';
import { lengths } from './lengths.ts';
import { tidyLine } from './name.ts';

/** What a person is at an organization, since and until; both ends may be unknown. */
export type ContactRole = {
  readonly role: string | null;
  readonly sinceOn: Temporal.PlainDate | null;
  readonly untilOn: Temporal.PlainDate | null;
};

export type ContactRoleTold = {
  readonly role?: string | null | undefined;
  readonly sinceOn?: Temporal.PlainDate | null | undefined;
  readonly untilOn?: Temporal.PlainDate | null | undefined;
};

/** Refuses a role that ends before it begins (`contact_role.ends_before_it_begins`) and a name of it that is too long (`customer.text_too_long`). */
export function readContactRole(told: ContactRoleTold): Result<ContactRole> {
  const { sinceOn = null, untilOn = null } = told;
  const role = tidyLine(told.role);
  if (role !== null && role.length > lengths.part) return err('customer.text_too_long', { most: lengths.part }, 'role');
  if (sinceOn && untilOn && Temporal.PlainDate.compare(untilOn, sinceOn) < 0) {
    return err('contact_role.ends_before_it_begins', {}, 'untilOn');
  }
  return ok({ role, sinceOn, untilOn });
}

/** Whether somebody is in the role on a day: its last day still counts. */
export function isInRole({ sinceOn, untilOn }: ContactRole, day: Temporal.PlainDate): boolean {
  return (!sinceOn || Temporal.PlainDate.compare(sinceOn, day) <= 0) && (!untilOn || Temporal.PlainDate.compare(untilOn, day) >= 0);
}
