/** One field of an entry: what stood there before, and what was put there. */
export type AuditChange = { readonly field: string; readonly before: unknown; readonly after: unknown };

/**
 * What became different by an event. Most tell it as `changes`; corrections of touchpoints tell pairs in `fields`, and the workspace's own fields stand
 * by their ids in `custom`, since those who undo them read them there.
 */
export function changesOf(event: { readonly detail: unknown; readonly changes: unknown }): readonly AuditChange[] {
  const { fields, custom, from, to } = recordOf(event.detail);
  const pairs = [...Object.entries(recordOf(event.changes)), ...(Array.isArray(fields) ? [] : Object.entries(recordOf(fields)))];
  return [
    ...pairs.flatMap(([field, pair]) => (Array.isArray(pair) ? [{ field, before: pair[0] as unknown, after: pair[1] as unknown }] : [])),
    ...Object.entries(recordOf(custom)).map(([field, pair]) => {
      const { before, after } = recordOf(pair);
      return { field, before, after };
    }),
    ...(from === undefined || to === undefined ? [] : [{ field: 'role', before: from, after: to }]),
  ];
}

/** What else an entry tells: how many, in which form, to whom. */
export function toldBy(detail: unknown): readonly { readonly field: string; readonly value: unknown }[] {
  return Object.entries(recordOf(detail)).flatMap(([field, value]) => (shown.has(field) ? [{ field, value }] : []));
}

const shown: ReadonlySet<string> = new Set([
  'address',
  'before',
  'by',
  'channel',
  'customers',
  'email',
  'events',
  'findings',
  'format',
  'isEncrypted',
  'withSecret',
  'name',
  'owned',
  'purpose',
  'deputized',
  'dueOn',
  'purchases',
  'role',
  'to',
  'sessions',
  'what',
  'why',
]);

/** Whether the values are seen only by who asks for them where they stand, and each look is written down. */
export function isSensitive(detail: unknown): boolean {
  return recordOf(detail)['sensitivity'] === 'sensitive';
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
