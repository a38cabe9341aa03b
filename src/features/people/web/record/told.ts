import type { Typed } from '#kit/web/form.tsx';

/** What was typed into fields, by their names as the contract has them; nothing is null. */
export function toldIn<Field extends string>(typed: Typed, fields: readonly Field[]): Readonly<Record<Field, string | null>> {
  return Object.fromEntries(fields.map((field) => [field, typed.text(field) || null])) as Record<Field, string | null>;
}

/** What was typed into rows of fields: `emails.0.value`, `emails.1.value` and so on. Empty rows come too, so that each keeps its place. */
export function rowsIn<Part extends string>(
  typed: Typed,
  name: string,
  parts: readonly [Part, ...Part[]],
): Readonly<Record<Part, string | null>>[] {
  const rows: Readonly<Record<Part, string | null>>[] = [];
  while (typed.ticked(`${name}.${rows.length}.${parts[0]}`)) {
    const row = toldIn(
      typed,
      parts.map((part) => `${name}.${rows.length}.${part}`),
    );
    rows.push(
      Object.fromEntries(parts.map((part) => [part, row[`${name}.${rows.length}.${part}`] ?? null])) as Record<Part, string | null>,
    );
  }
  return rows;
}

/** A whole number in whatever digits it was typed; null for nothing, NaN for what is none. */
export function numberIn(typed: Typed, name: string): number | null {
  const text = typed.text(name);
  if (text === '') return null;
  const latin = text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
  return /^\d+$/.test(latin) ? Number(latin) : Number.NaN;
}

// The ten digits of a script stand side by side, from a code that ends in 0 or 6.
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 0x80) return code - 0x30;
  return code >= 0x6f0 && code <= 0x6f9 ? code - 0x6f0 : code >= 0x660 && code <= 0x669 ? code - 0x660 : Number.NaN;
}
