import type { Tx } from '#kit/server/db/index.ts';

export type TraceRow = { readonly trace: string; readonly erasure: string; readonly isBack: boolean };

/** Keeps the traces of an erasure, hexadecimal. One that an earlier erasure left is this one's from now on. */
export async function keepTraces(tx: Tx, erasure: string, traces: readonly string[]): Promise<void> {
  await tx.client.query(
    `insert into erased_trace (workspace_id, trace, erasure_id) select distinct $1::uuid, decode(n.trace, 'hex'), $2::uuid from unnest($3::text[]) as n (trace)
     on conflict (workspace_id, trace) do update set erasure_id = excluded.erasure_id, is_back = false`,
    [tx.workspace, erasure, traces],
  );
}

export async function listTraces(tx: Tx): Promise<TraceRow[]> {
  const { rows } = await tx.client.query<TraceRow>(
    `select encode(trace, 'hex') as trace, erasure_id as erasure, is_back as "isBack" from erased_trace where workspace_id = $1`,
    [tx.workspace],
  );
  return rows;
}

/** Notes that whoever left these is back; with `all`, the trace of one sign, so is everything that the same person left. Nobody waits for it. */
export function sendBack(tx: Tx, traces: readonly string[], all: string | null): void {
  tx.send(
    `update erased_trace set is_back = true
     where workspace_id = $1 and not is_back and (
       trace in (select decode(n.trace, 'hex') from unnest($2::text[]) as n (trace))
       or erasure_id = (select erasure_id from erased_trace where workspace_id = $1 and trace = decode($3, 'hex')))`,
    [tx.workspace, traces, all],
  );
}

/** By what a file may tell a customer: numbers, e-mail addresses and telephone numbers. What another customer has, too, tells nobody. */
export async function listSigns(tx: Tx, customer: string): Promise<{ kind: 'number' | 'email' | 'phone'; value: string }[]> {
  const { rows } = await tx.client.query<{ kind: 'number' | 'email' | 'phone'; value: string }>(
    `select 'number' as kind, external_id as value from customer where workspace_id = $1 and id = $2 and external_id is not null
     union all select 'number', external_id from customer_alias where workspace_id = $1 and customer_id = $2
     union all select p.kind, p.value from contact_point p
       where p.workspace_id = $1 and p.customer_id = $2 and p.kind in ('email', 'phone') and not exists (
         select from contact_point o where o.workspace_id = $1 and o.kind = p.kind and o.value = p.value and o.customer_id <> p.customer_id)`,
    [tx.workspace, customer],
  );
  return rows;
}
