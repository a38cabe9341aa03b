/** By what an entry may be done, as somebody looks for it: by a colleague in person, by any API key, at the terminal of the machine, or by an automation. */
export const viaKinds = ['in_person', 'key', 'terminal', 'automation'] as const;
export type ViaKind = (typeof viaKinds)[number];

/** By what an entry was done, from what stands there: words of ours, or else the id of a key. */
export function viaKindOf(via: string | null): ViaKind {
  if (via === null) return 'in_person';
  return via === 'terminal' || via === 'automation' ? via : 'key';
}
