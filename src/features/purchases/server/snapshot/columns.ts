import { toTwoDigits, type CustomerSnapshot, type Estimate } from '../../domain/index.ts';

/** A column of the customer's row that purchases fill: its value in COPY text (undefined for null), and its value for who never bought. */
export type SnapshotColumn = {
  readonly name: string;
  readonly empty: string;
  readonly value: (snapshot: CustomerSnapshot, spent: number) => string | undefined;
};

export const snapshotColumns: readonly SnapshotColumn[] = [
  { name: 'stage', empty: "'prospect'", value: ({ stage }) => stage },
  { name: 'visits', empty: '0', value: ({ visits }) => String(visits) },
  { name: 'spent_minor', empty: '0', value: (_, spent) => whole(spent) },
  date('first_purchase_on', ({ firstVisitDay }) => firstVisitDay),
  date('last_purchase_on', ({ lastVisitDay }) => lastVisitDay),
  real('gap_days', ({ rhythm }) => rhythm?.medianGap),
  real('gap_spread_days', ({ rhythm }) => rhythm?.spread),
  { name: 'own_gaps', empty: '0', value: ({ rhythm }) => String(rhythm?.gaps ?? 0) },
  real('longest_gap_days', ({ rhythm }) => rhythm?.longestGap),
  real('usual_gap_days', ({ rhythm }) => rhythm?.usualGap),
  date('next_due_on', ({ rhythm }) => rhythm?.dueDay),
  date('next_due_from_on', ({ rhythm }) => rhythm?.dueFrom),
  date('next_due_until_on', ({ rhythm }) => rhythm?.dueTo),
  date('silent_from_on', ({ rhythm }) => rhythm?.silentFrom),
  real('gap_before_days', ({ rhythmChange }) => rhythmChange?.earlier),
  real('gap_recent_days', ({ rhythmChange }) => rhythmChange?.recent),
  money('usual_basket_minor', ({ usualBasket }) => usualBasket),
  money('last_basket_minor', ({ lastBasket }) => lastBasket),
  money('basket_before_minor', ({ basketChange }) => basketChange?.earlier),
  money('basket_recent_minor', ({ basketChange }) => basketChange?.recent),
  ...interval('alive', '', ({ outlook }) => outlook?.alive, real),
  ...interval('visits_90', '', ({ outlook }) => outlook?.visitsIn90, real),
  ...interval('visits_365', '', ({ outlook }) => outlook?.visitsIn365, real),
  ...interval('spend', '_minor', ({ outlook }) => outlook?.spend, money),
  // What is foretold for years stands in two digits. It promises no more than is known, and the list sorted by it, and its index, rest overnight.
  { name: 'value_minor', empty: '0', value: ({ outlook }) => String(toTwoDigits(outlook?.value?.expected ?? 0)) },
  money('value_low_minor', ({ outlook }) => outlook?.value && toTwoDigits(outlook.value.low)),
  money('value_high_minor', ({ outlook }) => outlook?.value && toTwoDigits(outlook.value.high)),
  { name: 'risk', empty: "'calm'", value: ({ risk }) => risk.band },
  { name: 'value_at_risk_minor', empty: '0', value: ({ risk }) => String(toTwoDigits(risk.valueAtRisk)) },
];

type Read<Value> = (snapshot: CustomerSnapshot) => Value | undefined;

function date(name: string, read: Read<number>): SnapshotColumn {
  return { name, empty: 'null', value: (snapshot) => present(read(snapshot), isoOf) };
}

function real(name: string, read: Read<number>): SnapshotColumn {
  return { name, empty: 'null', value: (snapshot) => present(read(snapshot), (value) => String(Math.fround(value))) };
}

function money(name: string, read: Read<number>): SnapshotColumn {
  return { name, empty: 'null', value: (snapshot) => present(read(snapshot), whole) };
}

function interval(name: string, unit: string, read: Read<Estimate>, kind: typeof real): SnapshotColumn[] {
  return [
    kind(`${name}${unit}`, (snapshot) => read(snapshot)?.expected),
    kind(`${name}_low${unit}`, (snapshot) => read(snapshot)?.low),
    kind(`${name}_high${unit}`, (snapshot) => read(snapshot)?.high),
  ];
}

function present(value: number | undefined, write: (value: number) => string): string | undefined {
  return value === undefined ? undefined : write(value);
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
