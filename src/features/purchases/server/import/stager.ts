import type { ErasedPeople, NewlyMentioned } from '#features/people/server/index.ts';
import { CopyRows, wireId, type WireId } from '#kit/server/db/index.ts';
import { details, mentioned, type NewPerson, type Person } from './person.ts';
import type { SeenNumbers } from './seen-numbers.ts';
import { createSum, type Decimal, type PurchaseHead, type PurchaseLine, type SetAsideReason, type Sum } from '../../domain/index.ts';

/** The tables that pass what a file holds on to where it belongs. */
export type Staged = 'import_product' | 'import_person' | 'import_load' | 'import_set_aside';

/** What the workspace has already. */
export type Known = {
  /** Ids by code, when there are few enough to hold; otherwise none. */
  readonly products: ReadonlyMap<string, string>;
  /** Ids by the number or name that the other systems use. */
  readonly customers: ReadonlyMap<string, string>;
  /** Of purchases. */
  readonly numbers: SeenNumbers;
  /** Whether these are all customers and numbers, so that one that is not among them is new. */
  readonly whole: boolean;
};

export type StagerOptions = {
  /** Takes rows in COPY's binary format. */
  readonly take: (table: Staged, rows: Buffer) => Promise<void>;
  /** Makes customers who are not known; the purchases that name them come after them. */
  readonly makeCustomers: (customers: readonly NewlyMentioned[]) => Promise<void>;
  readonly newId: () => string;
  /** Undefined where nobody was. */
  readonly erased: ErasedPeople | undefined;
  /** Under which number a purchase of somebody erased goes, where its own is another customer's. */
  readonly apart: (number: string, customer: string) => string;
  readonly known: Known;
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
  /** Waits until nothing is on its way any more, however it ends. */
  rest(): Promise<void>;
};

// Bytes collected before they are sent; and products, which nothing waits for.
const fullLoad = 2_000_000;
const manyProducts = 500;
const longestRun = 2_000;
// PostgreSQL counts from there.
const daysTo2000 = 10_957;

type Product = { readonly id: WireId; readonly code: string; readonly known: boolean; name: string; firm: boolean };

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
export function createStager({ take, makeCustomers, newId, erased, apart, known, held: most }: StagerOptions): Stager {
  const productRows = new CopyRows(4, 65_536);
  const personRows = new CopyRows(6, 65_536);
  const runs = new CopyRows(16, fullLoad);
  const setAsides = new CopyRows(3);
  const products = new Map<string, Product>();
  const persons = new Map<string, Person>();
  let named: Product[] = [];
  let met: NewPerson[] = [];
  // Whether what is new can be told from what is known, and so be entered before the end of the file.
  let ahead = known.whole;
  let run: Run | undefined;
  let sending: Promise<void> = Promise.resolve();
  let sentBefore: Promise<void> = sending;

  function productOf(line: PurchaseLine): Product {
    const { product: code } = line;
    let held = products.get(code);
    if (!held) {
      const id = known.products.get(code);
      held = { id: wireId(id ?? newId()), code, known: id !== undefined, name: '', firm: false };
      products.set(code, held);
    }
    // Corrections are often explained where the name should stand; a sale has the name.
    if (!held.firm) {
      const name = line.productName;
      held.firm = name !== '' && line.kind === 'sale' && line.amount.units !== 0;
      if (held.firm || held.name === '') held.name = name;
      if (held.firm && !held.known) named.push(held);
    }
    return held;
  }

  function personOf(purchase: PurchaseHead): Person {
    const { day } = purchase.moment;
    const held = persons.get(purchase.customer);
    if (!held) {
      const { customer: reference, customerName, customerEmail, customerPhone, country } = purchase;
      const told = { reference, customerName, customerEmail, customerPhone, country, sinceDay: day, news: true };
      const knownId = known.customers.get(reference);
      const id = knownId ?? (ahead ? newId() : undefined);
      if (id === undefined) return keep({ ...told, id, wire: undefined });
      const person = keep({ ...told, id, wire: wireId(id) });
      if (knownId === undefined) met.push(person);
      return person;
    }
    if (day < held.sinceDay) {
      held.sinceDay = day;
      held.news = true;
    }
    for (const detail of details) {
      if (held[detail] !== '' || purchase[detail] === '') continue;
      held[detail] = purchase[detail];
      held.news = true;
    }
    return held;
  }

  function keep<One extends Person>(person: One): One {
    persons.set(person.reference, person);
    return person;
  }

  function closeRun(): void {
    if (!run) return;
    const { number, customer, moment } = run.purchase;
    const trace = customer === '' ? undefined : erased?.traceOf({ kind: 'number', value: customer });
    const isErased = trace?.isBack === false;
    const person = customer === '' || isErased ? undefined : personOf(run.purchase);
    runs.begin();
    runs.id(wireId(newId()));
    runs.integer(run.row);
    runs.text(number);
    runs.textOrNull(isErased ? '' : customer);
    // Whoever was erased is still somebody of their own; the record of it stands for them until the purchases are entered.
    if (isErased) runs.id(wireId(trace.erasure));
    else if (person?.wire) runs.id(person.wire);
    else runs.null();
    // Microseconds, on the clock that the file was written by.
    runs.long(((moment.day - daysTo2000) * 86_400 + (moment.second ?? 0)) * 1_000_000);
    if (moment.offset === undefined) runs.null();
    else runs.integer(moment.offset);
    runs.text(run.adjusted ? 'adjustment' : run.returned || run.negative ? 'return' : 'sale');
    runs.bool(run.adjusted || run.returned);
    runs.decimal(run.amount.total());
    runs.integer(run.products.length);
    // The first lines of a number that nobody has seen are those of a new purchase: it can be entered before everything is read. Not those of somebody
    // who was erased, or nobody could tell at the end whose it is not.
    runs.bool(ahead && !known.numbers.see(number) && !isErased);
    runs.textOrNull(trace ? apart(number, customer) : '');
    runs.ids(run.products);
    runs.decimals(run.quantities);
    runs.decimals(run.unitPrices);
    run = undefined;
  }

  function send(table: Staged, rows: CopyRows): void {
    if (rows.length === 0) return;
    const taken = rows.take();
    next(async () => {
      await take(table, taken);
      rows.giveBack(taken);
    });
  }

  function next(step: () => Promise<void>): void {
    sending = sending.then(step);
    // Whoever awaits next meets the error; until then it is nobody's.
    sending.catch(() => {});
  }

  function sendGathered(): void {
    if (named.length >= manyProducts) {
      sendProducts(named);
      named = [];
    }
    if (met.length > 0) {
      const customers = met.map(mentioned);
      for (const person of met) person.news = false;
      next(() => makeCustomers(customers));
    }
    send('import_load', runs);
    send('import_set_aside', setAsides);
    met = [];
  }

  function sendProducts(some: readonly Product[]): void {
    for (const { id, code, name, firm } of some) {
      productRows.begin();
      productRows.id(id);
      productRows.text(code);
      productRows.text(name || code);
      productRows.bool(firm);
    }
    send('import_product', productRows);
  }

  /** Sends the rest of the products, those whose name might have become better among them, and forgets all. */
  function forgetProducts(): void {
    sendProducts([...named, ...[...products.values()].filter((product) => !product.known && !product.firm)]);
    named = [];
    products.clear();
  }

  /** Sends what was told of customers whom the database knows, and forgets all: whoever comes from now on may have come before. */
  function forgetPersons(): void {
    for (const person of persons.values()) {
      if (!person.news) continue;
      personRows.begin();
      personRows.text(person.reference);
      for (const detail of details) personRows.textOrNull(person[detail]);
      personRows.integer(person.sinceDay - daysTo2000);
    }
    send('import_person', personRows);
    persons.clear();
    ahead = false;
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
      // Of somebody who was erased only is kept that there was such a line.
      setAsides.texts(erased?.standIn(cells) ? [] : cells.map((cell) => cell.replaceAll('\0', '\ufffd')));
    },
    async relieve() {
      if (runs.length + setAsides.length < fullLoad && products.size <= most && persons.size <= most) return;
      // Two loads are on their way while the next is made, and no more than two.
      await sentBefore;
      sentBefore = sending;
      sendGathered();
      if (products.size > most) forgetProducts();
      if (persons.size > most) forgetPersons();
    },
    async finish() {
      closeRun();
      sendGathered();
      forgetProducts();
      forgetPersons();
      await sending;
    },
    async rest() {
      await sending.catch(() => {});
    },
  };
}
