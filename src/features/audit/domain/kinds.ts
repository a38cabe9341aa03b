/** What an entry is about, in the words of whoever looks for one. */
export const auditGroups = ['looks', 'sign_ins', 'exports', 'rights', 'settings', 'personal_data', 'customers', 'work'] as const;
export type AuditGroup = (typeof auditGroups)[number];

/** Which kinds of events belong to a group: the first that fits. What fits nowhere is work, day by day. */
const belongs: readonly (readonly [AuditGroup, RegExp])[] = [
  ['looks', /\.looked_at$/],
  ['exports', /\.exported$|^calendar_feed\.|^backup\.made$/],
  ['personal_data', /^(?:personal_data|consent)\./],
  ['sign_ins', /^access\.(?:signed_|sign_in|session_|password|way_in)/],
  ['rights', /^(?:access\.(?:colleague|invitation|role|seat|key))/],
  [
    'settings',
    /^access\.second_factor|^(?:workspace|audit|custom_field|webhook|automation|backup|push_device)\.|settings_changed$|preferences_changed$/,
  ],
  ['customers', /^(?:customers?|contact_role|contacts|circle|fact|goal|key_customer|attachment|duplicate|purchases)\./],
];

/** What a kind of event is about. */
export function groupOf(kind: string): AuditGroup {
  return belongs.find(([, pattern]) => pattern.test(kind))?.[0] ?? 'work';
}
