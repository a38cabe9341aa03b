import type { Tx } from '#kit/server/db/index.ts';
import type { CustomerDetails } from '../../domain/index.ts';
import { tidyPhone } from '../phone.ts';
import { keepTraces, listTraces, sendBack, type TraceRow } from './trace-store.ts';

/**
 * By what a file tells somebody: the customer number, an e-mail address, a telephone number as `tidyPhone` makes it, Tend's own id, or the key
 * by which an import remembers them.
 */
export type Sign = { readonly kind: 'number' | 'email' | 'phone' | 'id' | 'origin'; readonly value: string };

/** Whose erasure left a trace, and whether a colleague has written the person down again since. */
export type Trace = Omit<TraceRow, 'trace'>;

/** Those who were erased, as far as a file can meet them again. */
export type ErasedPeople = {
  /** What an erasure left of a sign, also of somebody who is back. */
  traceOf(sign: Sign): Trace | undefined;
  /** Whether this is the sign of somebody who was erased and is not back. */
  has(sign: Sign): boolean;
  /** Whether a cell of a row is a number, an e-mail address or a telephone number of one of them. */
  standIn(cells: readonly string[]): boolean;
};

/** So many signs are remembered while a file is read: they come again and again. */
const held = 200_000;

/** Leaves a trace of each sign of somebody who is being erased: by it a file tells them again, and nobody can read who it was. */
export async function leaveTraces(tx: Tx, erasure: string, signs: readonly Sign[]): Promise<void> {
  await keepTraces(
    tx,
    erasure,
    signs.map((sign) => traceText(tx, sign)),
  );
}

/** Those who were erased from the workspace, read for a file that may name them; undefined where nobody left a trace. */
export async function readErased(tx: Tx): Promise<ErasedPeople | undefined> {
  const left = new Map((await listTraces(tx)).map(({ trace, erasure, isBack }): [string, Trace] => [trace, { erasure, isBack }]));
  if (left.size === 0) return undefined;
  const met = new Map<string, Trace | undefined>();

  function traceOf(sign: Sign): Trace | undefined {
    const key = `${sign.kind} ${sign.value}`;
    if (met.has(key)) return met.get(key);
    if (met.size >= held) met.clear();
    const trace = left.get(traceText(tx, sign));
    met.set(key, trace);
    return trace;
  }

  function has(sign: Sign): boolean {
    return traceOf(sign)?.isBack === false;
  }

  return {
    traceOf,
    has,
    standIn: (cells) =>
      cells.some((cell) => {
        const value = cell.trim();
        if (value === '') return false;
        return (
          has({ kind: 'number', value }) ||
          has({ kind: 'email', value: value.toLowerCase() }) ||
          has({ kind: 'phone', value: tidyPhone(value, null) })
        );
      }),
  };
}

/**
 * Lets somebody whom a colleague writes down be known again. A customer number is one person's alone, so that everything the same erasure left
 * goes with it; an address or a telephone number may be shared and stands for itself.
 */
export function bringBack(tx: Tx, { externalId, emails, phones }: Told): void {
  const shared = reachSigns({ emails, phones }).map(({ sign }) => traceText(tx, sign));
  const own = externalId === null ? null : traceText(tx, { kind: 'number', value: externalId });
  if (own !== null || shared.length > 0) sendBack(tx, shared, own);
}

/** In which field of a customer somebody stands who was erased and is not back; undefined where nobody does. */
export function fieldOfErased(erased: ErasedPeople, { externalId, emails, phones }: Told): keyof Told | undefined {
  if (externalId !== null && erased.has({ kind: 'number', value: externalId })) return 'externalId';
  return reachSigns({ emails, phones }).find(({ sign }) => erased.has(sign))?.field;
}

type Told = Pick<CustomerDetails, 'emails' | 'phones'> & { readonly externalId: string | null };

function reachSigns({ emails, phones }: Pick<Told, 'emails' | 'phones'>) {
  return [
    ...emails.map(({ value }) => ({ field: 'emails' as const, sign: { kind: 'email' as const, value } })),
    ...phones.map(({ value }) => ({ field: 'phones' as const, sign: { kind: 'phone' as const, value } })),
  ];
}

function traceText(tx: Tx, { kind, value }: Sign): string {
  return tx.trace(JSON.stringify([tx.workspace, kind, value]));
}
