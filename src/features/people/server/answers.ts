import type { z } from 'zod';
import { namesOfColleagues } from '#features/access/server/index.ts';
import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { ContactRole as ContactRoleShape, Customer as CustomerShape } from '../api.ts';
import { howToAddress, isInRole, nextBirthday, timeZoneOf, type ToAddress } from '../domain/index.ts';
import { readCustomerOf } from './actions.ts';
import { answerCustomValues } from './custom-fields/values.ts';
import { readKeyCustomers } from './key-customers.ts';
import { readablePhone } from './phone.ts';
import type { RoleRow } from './role-store.ts';

/** A customer as one travels; what depends on the day, as of `day` or today. */
export async function customerAnswer(
  tx: Tx,
  now: Temporal.Instant,
  id: string,
  day?: Temporal.PlainDate,
): Promise<z.input<typeof CustomerShape>> {
  const [read, workspace, names] = await Promise.all([readCustomerOf(tx, id, day), readWorkspace(tx), namesOfColleagues(tx)]);
  const { ownerId, deputyId, parentId: _, knownSinceOn, key, birthday, foundedOn, phones, custom, ...customer } = read;
  const today = day ?? todayOf(workspace, now);
  const next = birthday && nextBirthday(birthday, today);
  const colleague = (one: string) => ({ id: one, name: names.get(one) ?? '' });
  return {
    ...customer,
    addressing: addressingOf(customer, workspace.language),
    emails: [...customer.emails],
    phones: phones.map((phone) => ({ ...phone, shown: readablePhone(phone.value) })),
    websites: [...customer.websites],
    addresses: [...customer.addresses],
    timeThere: timeZoneOf(customer),
    birthday,
    nextBirthday: next && { on: next.on.toString(), age: next.age },
    foundedOn: foundedOn?.toString() ?? null,
    owner: colleague(ownerId),
    deputy: deputyId === null ? null : colleague(deputyId),
    knownSinceOn: knownSinceOn.toString(),
    key: key && { reason: key.reason, listedOn: key.listedOn.toString(), reviewOn: key.reviewOn.toString() },
    custom: Object.keys(custom).length === 0 ? {} : ((await answerCustomValues(tx, [id])).get(id) ?? {}),
  };
}

function addressingOf(customer: ToAddress, otherwise: string): z.input<typeof CustomerShape>['addressing'] {
  const { grounds, ...addressing } = howToAddress(customer, otherwise);
  return { ...addressing, grounds: grounds.map(({ code, values }) => ({ code, values: { ...values } })) };
}

/** A role as it travels, and whether somebody is in it on a day. */
export function roleAnswer(row: RoleRow, day: Temporal.PlainDate): z.input<typeof ContactRoleShape> {
  return {
    id: row.id,
    person: {
      id: row.person_id,
      name: row.person_name,
      language: row.person_language,
      email: row.person_email,
      phone: row.person_phone,
      contactOnly: row.person_contact_only,
    },
    organization: { id: row.organization_id, name: row.organization_name, language: row.organization_language },
    role: row.role,
    sinceOn: row.since_on?.toString() ?? null,
    untilOn: row.until_on?.toString() ?? null,
    isCurrent: isInRole({ role: row.role, sinceOn: row.since_on, untilOn: row.until_on }, day),
  };
}

/** The short list as it travels. */
export async function keyCustomersAnswer(tx: Tx, now: Temporal.Instant) {
  const names = await namesOfColleagues(tx);
  return (await readKeyCustomers(tx, now)).map((one) => ({
    id: one.id,
    name: one.name,
    language: one.language,
    reason: one.reason,
    listedOn: one.listed_on.toString(),
    reviewOn: one.review_on.toString(),
    isDue: one.isDue,
    owner: { id: one.owner_id, name: names.get(one.owner_id) ?? '' },
  }));
}
