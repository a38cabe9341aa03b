import { readablePhone } from '#features/people/server/index.ts';
import type { z } from 'zod';
import type { CustomerCard, CustomerRow } from '../api.ts';
import type { Card } from './card.ts';
import type { ListedCustomer } from './list.ts';

/** A row of the list as it travels. */
export function toRowAnswer(row: ListedCustomer): z.input<typeof CustomerRow> {
  const { place: _place, sortedBy: _sortedBy, fitting: _fitting, ownerId: _ownerId, lastContactAt, record, ...rest } = row;
  const { tag, organization, phone, ...texts } = record;
  const others = {
    ...(phone === undefined ? {} : { phone: phone && readablePhone(phone) }),
    ...(tag ? { tag: [...tag] } : {}),
    ...(organization ? { organization: [...organization] } : {}),
  };
  return { ...rest, lastContactAt: lastContactAt?.toString() ?? null, record: { ...texts, ...others } };
}

/** A card as it travels. */
export function toCardAnswer({ view, currency, customer, standing, ...card }: Card): z.input<typeof CustomerCard> {
  const { dueOn, dueFromOn, dueUntilOn, pulse, pulseAt, isKey: _, lastContactAt, nextPromiseDueAt, ...stands } = standing;
  const {
    id,
    kind,
    contactOnly,
    name,
    latinName,
    prefix,
    given,
    patronymic,
    family,
    suffix,
    externalId,
    phone,
    email,
    country,
    language,
    knownSinceOn,
    key,
  } = customer;
  return {
    id,
    day: view.day.toString(),
    isPast: view.isPast,
    currency,
    kind,
    contactOnly,
    name,
    latinName,
    prefix,
    given,
    patronymic,
    family,
    suffix,
    externalId,
    formality: card.addressing.formality,
    addressedAs: card.addressing.spoken,
    phone,
    email,
    country,
    language,
    owner: card.owner,
    deputy: card.deputy,
    knownSinceOn: knownSinceOn.toString(),
    key: key && { reason: key.reason, listedOn: key.listedOn.toString(), reviewOn: key.reviewOn.toString() },
    ...stands,
    nextDue: dueOn !== null && dueFromOn !== null && dueUntilOn !== null ? { on: dueOn, fromOn: dueFromOn, untilOn: dueUntilOn } : null,
    lastContactAt: lastContactAt?.toString() ?? null,
    pulse: pulse !== null && pulseAt !== null ? { value: pulse, at: pulseAt.toString() } : null,
    nextPromiseDueAt: nextPromiseDueAt?.toString() ?? null,
  };
}
