import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BusinessRows } from '#fixtures/business-rows.ts';

/** Writes the sample's sales as a till would export them, lets them be imported, and removes the file whatever happens. */
export async function withSalesFile<T>(business: BusinessRows, use: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tend-sample-'));
  try {
    const file = join(folder, 'sales.csv');
    await writeFile(file, salesOf(business));
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function salesOf(business: BusinessRows): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency: business.currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const numbers = new Map(business.customers.map((customer) => [customer.id, customer.number]));
  const products = new Map(business.products.map((product) => [product.id, product]));
  const lines = ['Invoice no,Date,Customer no,Product code,Product,Quantity,Unit price'];
  for (const purchase of business.purchases) {
    for (const line of purchase.lines) {
      const product = products.get(line.productId);
      const cells = [
        purchase.number,
        purchase.placedAt.toString().slice(0, 16).replace('T', ' '),
        purchase.customerId ? (numbers.get(purchase.customerId) ?? '') : '',
        product?.code ?? '',
        `"${(product?.name ?? '').replaceAll('"', '""')}"`,
        String(line.quantity),
        (line.unitPriceMinor / 10 ** digits).toFixed(digits),
      ];
      lines.push(cells.join(','));
    }
  }
  return lines.join('\n') + '\n';
}
