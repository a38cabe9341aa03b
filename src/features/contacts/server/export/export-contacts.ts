import { namesOfColleagues } from '#features/access/server/index.ts';
import type { CustomField } from '#features/people/domain/index.ts';
import {
  countMostOfEach,
  listCustomersAfter,
  listCustomFields,
  listTies,
  readCustomers,
  type Ties,
} from '#features/people/server/index.ts';
import { neutralizedText } from '#kit/domain/formula-safety.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { delimitedRow, writeWorkbook } from '#kit/server/tables/index.ts';
import { lowestId } from '#kit/server/ids.ts';
import { tableColumns, writeCard, type Contact } from '../../domain/index.ts';
import { toContact } from '../import/convert.ts';
import { ownFieldsOf } from '../import/own-fields.ts';

/** Runs a read in a transaction of its own: a download may take as long as it likes and holds none open. */
export type Within = <T>(read: (tx: Tx) => Promise<T>) => Promise<T>;

export type ExportFormat = 'csv' | 'xlsx' | 'vcard';

/** The bytes of a photo by its id; undefined where there are none any more. */
export type OpenPhoto = (id: string) => Promise<Buffer | undefined>;

const atOnce = 2000;

/**
 * Everyone of the workspace as a file, piece by piece, so that it needs no memory to speak of. It can be brought back without loss, here or into
 * another workspace; cards with the photos. Cells that a spreadsheet would run as formulas are neutralized, and taken for what they were when they come back.
 */
export async function* exportContacts(within: Within, format: ExportFormat, openPhoto: OpenPhoto): AsyncGenerator<Uint8Array> {
  const fields = (await within(listCustomFields)).filter(({ isArchived }) => !isArchived);
  if (format === 'vcard') {
    for await (const { contact, photo } of contactsWithin(within, fields)) {
      const bytes = photo && (await openPhoto(photo.id));
      const picture = bytes ? { mediaType: photo.mediaType, base64: bytes.toString('base64') } : undefined;
      yield Buffer.from(writeCard(contact, picture, fields));
    }
    return;
  }
  if (format === 'xlsx') {
    yield* writeWorkbook('Tend', tableRows(within, fields));
    return;
  }
  // A byte-order mark, or spreadsheets take the text for one of an old encoding.
  yield Buffer.from('\ufeff');
  for await (const row of tableRows(within, fields)) yield Buffer.from(delimitedRow(row));
}

async function* tableRows(within: Within, fields: readonly CustomField[]): AsyncGenerator<string[]> {
  const columns = tableColumns(await within(countMostOfEach), fields);
  yield columns.map(({ header }) => header);
  for await (const { contact } of contactsWithin(within, fields)) yield columns.map(({ cell }) => neutralizedText(cell(contact)));
}

/** Everyone of the workspace as contacts, in the order in which they were made, and where their photos lie. */
export async function* contactsWithin(
  within: Within,
  fields: readonly CustomField[],
): AsyncGenerator<{ contact: Contact; photo: Ties['photo'] }> {
  const names = await within(namesOfColleagues);
  let after = lowestId;
  for (;;) {
    const { ids, customers, ties, own } = await within(async (tx) => {
      const next = await listCustomersAfter(tx, after, atOnce);
      const read = await readCustomers(tx, next);
      return { ids: next, customers: read, ties: await listTies(tx, next), own: await ownFieldsOf(tx, fields, read.values()) };
    });
    for (const id of ids) {
      const customer = customers.get(id);
      if (!customer) continue;
      const contact = toContact(customer, ties.get(id), (colleague) => names.get(colleague) ?? null, own);
      yield { contact, photo: ties.get(id)?.photo ?? null };
    }
    const last = ids.at(-1);
    if (last === undefined || ids.length < atOnce) return;
    after = last;
  }
}
