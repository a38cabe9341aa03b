import type { RiskBand, Stage } from '#features/purchases/domain/index.ts';
import type { Tx } from '#kit/server/db/index.ts';

/** How things stand with a customer as of a day, from their row of the summary. */
export type Standing = {
  readonly stage: Stage;
  readonly risk: RiskBand;
  readonly visits: number;
  readonly spentMinor: number;
  readonly valueMinor: number;
  readonly valueAtRiskMinor: number;
  readonly firstPurchaseOn: string | null;
  readonly lastPurchaseOn: string | null;
  readonly dueOn: string | null;
  readonly dueFromOn: string | null;
  readonly dueUntilOn: string | null;
  readonly silentFromOn: string | null;
  readonly lastContactAt: Temporal.Instant | null;
  readonly pulse: number | null;
  readonly pulseAt: Temporal.Instant | null;
  readonly openPromises: number;
  readonly nextPromiseDueAt: Temporal.Instant | null;
  readonly isKey: boolean;
};

/** How things stand with a contact, who is no customer: nothing was bought, and nothing is expected. */
export const standingOfContact: Standing = {
  stage: 'prospect',
  risk: 'calm',
  visits: 0,
  spentMinor: 0,
  valueMinor: 0,
  valueAtRiskMinor: 0,
  firstPurchaseOn: null,
  lastPurchaseOn: null,
  dueOn: null,
  dueFromOn: null,
  dueUntilOn: null,
  silentFromOn: null,
  lastContactAt: null,
  pulse: null,
  pulseAt: null,
  openPromises: 0,
  nextPromiseDueAt: null,
  isKey: false,
};

/** Undefined where the customer was not known yet, and for a contact. */
export async function findStanding(tx: Tx, asOfOn: string, customer: string): Promise<Standing | undefined> {
  const { rows } = await tx.client.query<Standing>(
    `select stage, risk, visits, spent_minor as "spentMinor", value_minor as "valueMinor", value_at_risk_minor as "valueAtRiskMinor",
       first_purchase_on::text as "firstPurchaseOn", last_purchase_on::text as "lastPurchaseOn", next_due_on::text as "dueOn",
       next_due_from_on::text as "dueFromOn", next_due_until_on::text as "dueUntilOn", silent_from_on::text as "silentFromOn",
       last_contact_at as "lastContactAt", last_pulse as pulse, last_pulse_at as "pulseAt", open_promises as "openPromises",
       next_promise_due_at as "nextPromiseDueAt", key_since_on is not null as "isKey"
     from customer_summary where workspace_id = $1 and as_of_on = $2 and customer_id = $3`,
    [tx.workspace, asOfOn, customer],
  );
  return rows[0];
}

/** The customer with a number of the business's other systems. */
export async function findByNumber(tx: Tx, number: string): Promise<string | undefined> {
  const { rows } = await tx.client.query<{ id: string }>(
    "select customer_id as id from customer_summary where workspace_id = $1 and as_of_on = 'infinity' and external_id = $2",
    [tx.workspace, number],
  );
  return rows[0]?.id;
}
