type Named = { readonly kind: string; readonly occasion: string };
type Entry = { readonly customer: { readonly id: string }; readonly reasons: readonly Named[] };

/** The list as it will be when some reasons of a customer are answered; a customer without reasons leaves it. */
export function withoutReasons<Today extends { readonly entries: readonly Entry[] }>(
  today: Today,
  customer: string,
  answered: readonly Named[],
): Today {
  const entries = today.entries.flatMap((entry) => {
    if (entry.customer.id !== customer) return entry;
    const reasons = entry.reasons.filter(({ kind, occasion }) => !answered.some((one) => one.kind === kind && one.occasion === occasion));
    return reasons.length === 0 ? [] : { ...entry, reasons };
  });
  return { ...today, entries };
}
