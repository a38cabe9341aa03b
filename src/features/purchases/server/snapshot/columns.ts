import { toEstimate, type CustomerSnapshot } from '../../domain/index.ts';

/** A column of the customer's row that purchases fill: its value in COPY text (undefined for null), and its value for who never bought. */
export type SnapshotColumn = {
  readonly name: string;
  readonly empty: string;
  readonly value: (snapshot: CustomerSnapshot, spent: number) => string | undefined;
};

/**
 * What lists, reasons and the worth of a customer read. What is estimated changes a little every day, and is told no more precisely than anybody reads it: it
 * promises no more than is known, and most rows, with all their indexes, rest overnight.
 */
export const snapshotColumns: readonly SnapshotColumn[] = [
  { name: 'stage', empty: "'prospect'", value: ({ stage }) => stage },
  { name: 'visits', empty: '0', value: ({ visits }) => String(visits) },
  { name: 'spent_minor', empty: '0', value: (_, spent) => whole(spent) },
  date('first_purchase_on', ({ firstVisitDay }) => firstVisitDay),
  date('last_purchase_on', ({ lastVisitDay }) => lastVisitDay),
  { name: 'own_gaps', empty: '0', value: ({ rhythm }) => String(rhythm?.gaps ?? 0) },
  gap('longest_gap_days', ({ rhythm }) => rhythm?.longestGap),
  gap('usual_gap_days', ({ rhythm }) => rhythm?.usualGap),
  date('next_due_on', ({ rhythm }) => rhythm?.dueDay),
  date('next_due_from_on', ({ rhythm }) => rhythm?.dueFrom),
  date('next_due_until_on', ({ rhythm }) => rhythm?.dueTo),
  date('silent_from_on', ({ rhythm }) => rhythm?.silentFrom),
  gap('gap_before_days', ({ rhythmChange }) => rhythmChange?.earlier),
  gap('gap_recent_days', ({ rhythmChange }) => rhythmChange?.recent),
  money('usual_basket_minor', ({ usualBasket }) => usualBasket),
  money('last_basket_minor', ({ lastBasket }) => lastBasket),
  money('basket_before_minor', ({ basketChange }) => basketChange?.earlier),
  money('basket_recent_minor', ({ basketChange }) => basketChange?.recent),
  nullable(
    'alive',
    ({ outlook }) => outlook?.alive?.expected,
    (alive) => String(Math.round(alive * 100) / 100),
  ),
  nullable(
    'visits_365',
    ({ outlook }) => outlook?.visitsIn365.expected,
    (visits) => String(toEstimate(visits, 0.01)),
  ),
  nullable(
    'spend_minor',
    ({ outlook }) => outlook?.spend?.expected,
    (spend) => String(toEstimate(spend)),
  ),
  { name: 'value_minor', empty: '0', value: ({ outlook }) => String(toEstimate(outlook?.value?.expected ?? 0)) },
  { name: 'risk', empty: "'calm'", value: ({ risk }) => risk.band },
  { name: 'value_at_risk_minor', empty: '0', value: ({ risk }) => String(toEstimate(risk.valueAtRisk)) },
];

type Read<Value> = (snapshot: CustomerSnapshot) => Value | undefined;

function nullable(name: string, read: Read<number>, write: (value: number) => string): SnapshotColumn {
  return {
    name,
    empty: 'null',
    value: (snapshot) => {
      const value = read(snapshot);
      return value === undefined ? undefined : write(value);
    },
  };
}

function date(name: string, read: Read<number>): SnapshotColumn {
  return nullable(name, read, isoOf);
}

/** Days, to a tenth. */
function gap(name: string, read: Read<number>): SnapshotColumn {
  return nullable(name, read, (days) => String(Math.round(days * 10) / 10));
}

function money(name: string, read: Read<number>): SnapshotColumn {
  return nullable(name, read, whole);
}

function whole(value: number): string {
  return String(Math.round(value));
}

const written = new Map<number, string>();

// A shop's days are a few thousand, its customers' dates millions.
function isoOf(day: number): string {
  const known = written.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
  if (written.size > 50_000) written.clear();
  written.set(day, text);
  return text;
}
