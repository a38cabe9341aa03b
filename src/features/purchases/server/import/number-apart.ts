import type { Tx } from '#kit/server/db/index.ts';

/**
 * Under which number a purchase goes of somebody who was erased, where its own number is another customer's: a few signs of a keyed hash stand in
 * the place of the customer's number. They are others for each purchase, so that they do not tie together what one person bought.
 */
export function numberApart(tx: Tx, number: string, customer: string): string {
  return `${number} (${tx.trace(JSON.stringify([tx.workspace, 'purchase', number, customer])).slice(0, 8)})`;
}
