type Placed = { readonly customer: { readonly id: string }; readonly because: string | null };

/**
 * Who comes first, when a customer is put at another place of the plan, be it from within or from those who wait: all down to that place, and
 * whoever was chosen before. Those below keep the order of cost.
 */
export function reordered(plan: readonly Placed[], customer: string, to: number): string[] {
  const ids = plan.map((entry) => entry.customer.id);
  const chosen = plan.filter(({ because }) => because === 'chosen').length;
  const from = ids.indexOf(customer);
  const others = ids.filter((id) => id !== customer);
  const place = Math.max(0, Math.min(to, others.length));
  const all = [...others.slice(0, place), customer, ...others.slice(place)];
  const wasChosen = from >= 0 && from < chosen;
  return all.slice(0, Math.max(wasChosen ? chosen : chosen + 1, place + 1));
}
