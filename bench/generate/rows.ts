import { sortName } from '#features/people/domain/index.ts';
import { searchText } from '#features/people/server/index.ts';
import type { CustomerLanguage } from '#fixtures/business-rows.ts';
import { createRandom, type Random } from '#fixtures/random.ts';
import { drawName, fullName } from '#fixtures/sample-business/names/index.ts';
import type { Buying } from './buying.ts';
import { idAt, isoOf } from './days.ts';

/** A table, the columns that are filled, and its rows in the text that COPY reads. */
export type Filling = { readonly table: string; readonly columns: string; readonly lines: () => Generator<string> };

const languages: readonly CustomerLanguage[] = ['el', 'bg', 'sr-Cyrl', 'sr-Latn', 'fa', 'hy', 'en'];
const countries: Record<CustomerLanguage, string> = { el: 'GR', bg: 'BG', 'sr-Cyrl': 'RS', 'sr-Latn': 'RS', fa: 'IR', hy: 'AM', en: 'GB' };
const mobile = ['+3069', '+35988', '+38164', '+98912', '+37491', '+4477'];
const products = 400;

/** Customers, what there is to buy, and all purchases with their lines. */
export function fillingsOf(workspace: string, colleagues: readonly string[], { knownSince, purchases }: Buying): Filling[] {
  const customerId = (customer: number) => idAt(knownSince[customer] ?? 0, 1, customer);
  const productId = (product: number) => idAt(0, 2, product);

  function* customerLines() {
    const random = createRandom('customers');
    const names = drawNames(random, Math.min(knownSince.length, 50_000));
    for (const [customer, known] of knownSince.entries()) {
      const { kind, name, latin, parts, sorted, found, language } = random.pick(names);
      const number = String(10_001 + customer);
      const owner = random.whole(0, colleagues.length - 1);
      const { email, phone } = reachOf(customer);
      const rest = searchText({ ...nothing, emails: email === null ? [] : [email], phones: [phone] });
      yield line(
        workspace,
        customerId(customer),
        kind,
        number,
        name,
        latin,
        sorted,
        `${found}${number} `,
        rest.rest,
        rest.digits,
        ...parts,
        email,
        phone,
        countries[language],
        language,
        colleagues[owner] ?? null,
        colleagues[(owner + 1) % colleagues.length] ?? null,
        isoOf(known),
      );
    }
  }

  function* contactPointLines() {
    for (const [customer, known] of knownSince.entries()) {
      const { email, phone } = reachOf(customer);
      yield line(workspace, idAt(known, 4, customer), customerId(customer), 'phone', phone, '0');
      if (email !== null) yield line(workspace, idAt(known, 5, customer), customerId(customer), 'email', email, '0');
    }
  }

  function* productLines() {
    for (let product = 0; product < products; product += 1) yield line(workspace, productId(product), `P${product}`, `Product ${product}`);
  }

  function* purchaseLines() {
    const random = createRandom('hours');
    for (const [index, day] of purchases.day.entries()) {
      const total = purchases.total[index] ?? 0;
      const number = total < 0 ? `C${500_000 + index}` : String(500_000 + index);
      const on = isoOf(day);
      yield line(
        workspace,
        idAt(day, 3, index),
        number,
        customerId(purchases.customer[index] ?? 0),
        total < 0 ? 'return' : 'sale',
        `${on} ${String(random.whole(6, 18)).padStart(2, '0')}:00Z`,
        on,
        'EUR',
        String(total),
        '2',
      );
    }
  }

  // What a customer buys is mostly the same few products, so that there are favourites to find.
  function* lineLines() {
    const random = createRandom('baskets');
    for (const [index, day] of purchases.day.entries()) {
      const total = purchases.total[index] ?? 0;
      const customer = purchases.customer[index] ?? 0;
      const favourite = productId((customer * 7 + random.whole(0, 2)) % products);
      const first = Math.round(total * (0.3 + 0.4 * random.unit()));
      yield line(
        workspace,
        idAt(day, 3, index),
        `{${favourite},${productId(random.whole(0, products - 1))}}`,
        total < 0 ? '{-1,-1}' : '{1,1}',
        `{${Math.abs(first) / 100},${Math.abs(total - first) / 100}}`,
      );
    }
  }

  return [
    {
      table: 'customer',
      columns: `workspace_id, id, kind, external_id, name, latin_name, sort_name, search_name, search_rest, search_digits,
        given, patronymic, family, email, phone, country, language, owner_id, deputy_id, known_since_on`,
      lines: customerLines,
    },
    { table: 'contact_point', columns: 'workspace_id, id, customer_id, kind, value, place', lines: contactPointLines },
    { table: 'product', columns: 'workspace_id, id, code, name', lines: productLines },
    {
      table: 'purchase',
      columns: 'workspace_id, id, number, customer_id, kind, placed_at, placed_on, currency, total_minor, line_count',
      lines: purchaseLines,
    },
    { table: 'purchase_lines', columns: 'workspace_id, purchase_id, product_ids, quantities, unit_prices', lines: lineLines },
  ];
}

const nothing = { names: [], otherNames: [], organizations: [], emails: [], phones: [], tags: [], note: null };

/** How customers are reached: the same for a customer wherever it is asked. */
function reachOf(customer: number): { email: string | null; phone: string } {
  const rest = String(Math.imul(customer, 2_654_435_761) >>> 0)
    .padStart(8, '0')
    .slice(-8);
  return {
    email: (customer * 7) % 10 < 7 ? `customer${customer}@example.com` : null,
    phone: `${mobile[customer % mobile.length]}${rest}`,
  };
}

/** Names as a town has them: many share one. What is computed of a name is computed once. */
function drawNames(random: Random, count: number) {
  return Array.from({ length: count }, () => {
    const language = random.pick(languages);
    const drawn = drawName(random, language, random.chance(0.5) ? 'female' : 'male');
    const { given, patronymic, family, latin } = drawn;
    const name = fullName(drawn);
    const kind = 'person' as const;
    const sorted = sortName({ kind, name, given, patronymic, family });
    const found = searchText({ ...nothing, names: [name, latin] }).name;
    return { kind, name, latin, parts: [given, patronymic, family], sorted, found, language };
  });
}

function line(...values: readonly (string | null)[]): string {
  return `${values.map((value) => value ?? '\\N').join('\t')}\n`;
}
