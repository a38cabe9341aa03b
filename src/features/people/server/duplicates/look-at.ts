import type { Tx } from '#kit/server/db/index.ts';
import { judge, worthShowing, type Frequencies, type Likeness } from '../../domain/duplicates/index.ts';
import { findCustomers } from '../find-store.ts';
import { readCompared } from './compared-store.ts';
import { hashOf } from './hash.ts';
import { bornBy } from './keys.ts';
import { lastDigits, likenessOf, listed, type Compared } from './likeness.ts';
import { lookAtAll } from './look.ts';
import { countHolders, customersSharing, readCommon, readSize, replaceCandidatesOf, type Found } from './look-store.ts';

/** Up to so many customers a look at everybody takes no longer than a look at one. */
const fewCustomers = 3000;

/** How many of those who are called alike are compared. */
const mostAlike = 50;

/** Compares some customers with those who share an address or a number with them or are called like them, and brings their candidates up to date. */
export async function lookAt(tx: Tx, now: Temporal.Instant, customers: readonly string[], signal?: AbortSignal): Promise<void> {
  if (customers.length === 0) return;
  const size = await readSize(tx, fewCustomers);
  if (size <= fewCustomers) {
    await lookAtAll(tx, now, signal);
    return;
  }
  for (const [id, compared] of await readCompared(tx, customers)) {
    signal?.throwIfAborted();
    await replaceCandidatesOf(tx, now, [id], await findFor(tx, id, compared, size));
  }
}

async function findFor(tx: Tx, id: string, compared: Compared, size: number): Promise<Found<string>[]> {
  const likeness = likenessOf(compared);
  const names = [
    compared.name,
    [compared.given, compared.family].join(' '),
    [compared.nickname, compared.family].join(' '),
    compared.latinName,
  ];
  const phones = listed(compared.phones);
  const ids = new Set(await customersSharing(tx, id, likeness.emails, phones, mostAlike));
  for (const name of new Set(names.map((one) => one.trim()).filter((one) => one.includes(' ')))) {
    for (const found of await findCustomers(tx, name, mostAlike)) ids.add(found);
  }
  ids.delete(id);
  const others = await readCompared(tx, [...ids]);
  const frequencies = await frequenciesFor(tx, likeness, phones, size);
  const found: Found<string>[] = [];
  for (const [other, line] of others) {
    const { probability, reasons } = judge(likeness, likenessOf(line), frequencies);
    if (probability >= worthShowing) found.push({ one: id, other, probability, reasons: JSON.stringify(reasons) });
  }
  return found;
}

/** How common what this customer has is: names as of the last look at everybody, addresses and numbers as they stand. */
async function frequenciesFor(tx: Tx, likeness: Likeness, phones: readonly string[], size: number): Promise<Frequencies> {
  const words = likeness.kind === 'person' ? [...likeness.given, ...likeness.middle, ...likeness.family] : likeness.names.flat();
  const spoken = words.flatMap((word) => [...word.spellings, ...word.consonants.map((consonants) => `~${consonants}`)]);
  const common = await readCommon(
    tx,
    spoken.map((word) => hashOf(bornBy(word))),
  );
  const holders = new Map(await countHolders(tx, 'email', likeness.emails));
  // Numbers are compared by their last digits, and counted as they are written: a national one and an international one make up one telephone.
  for (const [phone, count] of await countHolders(tx, 'phone', phones))
    for (const digits of lastDigits(phone)) holders.set(digits, (holders.get(digits) ?? 0) + count);
  return {
    customers: size,
    bearers: (word) => common.get(hashOf(bornBy(word))) ?? 2,
    holders: (value) => Math.max(2, holders.get(value) ?? 0),
  };
}
