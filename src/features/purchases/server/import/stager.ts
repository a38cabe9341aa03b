import { CopyRows, wireId, type WireId } from '#kit/server/db/index.ts';
import type { SeenNumbers } from './seen-numbers.ts';
import { createSum, type Decimal, type PurchaseHead, type PurchaseLine, type SetAsideReason, type Sum } from '../../domain/index.ts';

/** The tables that the lines of a file are copied into before they are merged. */
export type Staged = 'import_run' | 'import_early' | 'import_lines' | 'import_product' | 'import_person' | 'import_set_aside';

export type StagerOptions = {
  /** Sends rows in COPY's binary format. */
  readonly copy: (table: Staged, rows: Buffer) => Promise<void>;
  readonly newId: () => string;
  /** Products that the workspace has already, by code. */
  readonly knownProducts: ReadonlyMap<string, string>;
  /** The numbers of the purchases that it has already. */
  readonly seenNumbers: SeenNumbers;
  /** Products and customers held at once, whatever the file holds. */
  readonly held: number;
};

export type Stager = {
  add(line: PurchaseLine, row: number): void;
  setAside(reason: SetAsideReason, row: number, cells: readonly string[]): void;
  /** Sends what has gathered, if it is enough. To be awaited now and then: it holds the reader back when the database is slower. */
  relieve(): Promise<void>;
  /** Sends the rest. */
  finish(): Promise<void>;
};

// Bytes collected before they are sent.
const fullLoad = 2_000_000;
const longestRun = 2_000;

type Product = { readonly id: WireId; readonly known: boolean; name: string; firm: boolean };
type Person = { readonly ordinal: number; name: string; email: string; phone: string; country: string; sinceDay: number };
type Run = {
  readonly purchase: PurchaseHead;
  readonly row: number;
  readonly amount: Sum;
  readonly products: (WireId | null)[];
  readonly quantities: Decimal[];
  readonly unitPrices: Decimal[];
  adjusted: boolean;
  returned: boolean;
  negative: boolean;
};

/**
 * Gathers lines into runs: neighbouring lines of one purchase become one row with arrays, so that half a million lines are some twenty-six
 * thousand rows. A purchase whose lines lie scattered in the file has several runs, which is slower to merge and just as right.
 */
export function createStager({ copy, newId, knownProducts, seenNumbers, held: most }: StagerOptions): Stager {
  const runs = new CopyRows(12);
  const earlyLines = new CopyRows(4, fullLoad);
  const lines = new CopyRows(4);
  const setAsides = new CopyRows(3);
  const products = new Map<string, Product>();
  const persons = new Map<string, Person>();
  let ordinals = 0;
  let run: Run | undefined;
  let sending: Promise<void> = Promise.resolve();
  let sentBefore: Promise<void> = sending;

  function productOf(line: PurchaseLine): Product {
    const { product } = line;
    let held = products.get(product);
    if (!held) {
      const known = knownProducts.get(product);
      held = { id: wireId(known ?? newId()), known: known !== undefined, name: '', firm: false };
      products.set(product, held);
    }
    // Corrections are often explained where the name should stand; a sale has the name.
    if (!held.firm) {
      const name = line.productName;
      const firm = name !== '' && line.kind === 'sale' && line.amount.units !== 0;
      if (firm || held.name === '') held.name = name;
      held.firm = firm;
    }
    return held;
  }

  function personOf(purchase: PurchaseHead): Person {
    const { day } = purchase.moment;
    const held = persons.get(purchase.customer);
    if (held) {
      if (day < held.sinceDay) held.sinceDay = day;
      held.name ||= purchase.customerName;
      held.email ||= purchase.customerEmail;
      held.phone ||= purchase.customerPhone;
      held.country ||= purchase.country;
      return held;
    }
    const made = {
      ordinal: ++ordinals,
      name: purchase.customerName,
      email: purchase.customerEmail,
      phone: purchase.customerPhone,
      country: purchase.country,
      sinceDay: day,
    };
    persons.set(purchase.customer, made);
    return made;
  }

  function closeRun(): void {
    if (!run) return;
    const { number, customer, moment } = run.purchase;
    const id = wireId(newId());
    // The first lines of a number that nobody has seen are those of a new purchase: they can be written before everything is read.
    const early = !seenNumbers.see(number);
    runs.begin();
    runs.id(id);
    runs.integer(run.row);
    runs.text(number);
    if (customer === '') runs.null();
    else runs.integer(personOf(run.purchase).ordinal);
    // Microseconds since 2000, on the clock that the file was written by.
    runs.long(((moment.day - 10_957) * 86_400 + (moment.second ?? 0)) * 1_000_000);
    if (moment.offset === undefined) runs.null();
    else runs.integer(moment.offset);
    runs.bool(run.adjusted);
    runs.bool(run.returned);
    runs.bool(run.negative);
    runs.decimal(run.amount.total());
    runs.integer(run.products.length);
    runs.bool(early);
    const rows = early ? earlyLines : lines;
    rows.begin();
    rows.id(id);
    rows.ids(run.products);
    rows.decimals(run.quantities);
    rows.decimals(run.unitPrices);
    run = undefined;
  }

  function send(table: Staged, rows: CopyRows): void {
    if (rows.length === 0) return;
    const taken = rows.take();
    sending = sending.then(() => copy(table, taken)).then(() => rows.giveBack(taken));
    // Whoever awaits next meets the error; until then it is nobody's.
    sending.catch(() => {});
  }

  function sendGathered(): void {
    send('import_run', runs);
    send('import_early', earlyLines);
    send('import_lines', lines);
    send('import_set_aside', setAsides);
  }

  function sendHeld(): void {
    const rows = new CopyRows(4);
    for (const [code, { id, name, firm, known }] of products) {
      if (known) continue;
      rows.begin();
      rows.id(id);
      rows.text(code);
      rows.text(name || code);
      rows.bool(firm);
    }
    send('import_product', rows);
    const people = new CopyRows(7);
    for (const [reference, person] of persons) {
      people.begin();
      people.integer(person.ordinal);
      people.text(reference);
      for (const text of [person.name, person.email, person.phone, person.country]) people.textOrNull(text);
      people.integer(person.sinceDay);
    }
    send('import_person', people);
    products.clear();
    persons.clear();
  }

  return {
    add(line, row) {
      if (!run || run.purchase !== line.purchase || run.products.length >= longestRun) {
        closeRun();
        run = {
          purchase: line.purchase,
          row,
          amount: createSum(),
          products: [],
          quantities: [],
          unitPrices: [],
          adjusted: false,
          returned: false,
          negative: true,
        };
      }
      run.products.push(line.product === '' ? null : productOf(line).id);
      run.quantities.push(line.quantity);
      run.unitPrices.push(line.unitPrice);
      run.amount.add(line.amount);
      if (line.kind === 'adjustment') run.adjusted = true;
      if (line.rule === 'return_number' || line.rule === 'return_word') run.returned = true;
      if (line.quantity.units > 0) run.negative = false;
    },
    setAside(reason, row, cells) {
      setAsides.begin();
      setAsides.integer(row);
      setAsides.text(reason);
      setAsides.texts(cells.map((cell) => cell.replaceAll('\0', '\ufffd')));
    },
    async relieve() {
      if (products.size > most || persons.size > most) sendHeld();
      if (runs.length + earlyLines.length + lines.length + setAsides.length < fullLoad) return;
      // Two loads are on their way while the next is made, and no more than two.
      await sentBefore;
      sentBefore = sending;
      sendGathered();
    },
    async finish() {
      closeRun();
      sendGathered();
      sendHeld();
      await sending;
    },
  };
}
