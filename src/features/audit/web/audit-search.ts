import type { RawSearch } from '#kit/web/feature-page.ts';
import { isUuid } from '#kit/domain/ids.ts';
import { auditGroups, viaKinds, type AuditGroup } from '../domain/index.ts';

/** What is looked for, as it stands in the address. */
export type AuditSearch = {
  readonly group?: AuditGroup | undefined;
  readonly colleague?: string | undefined;
  readonly customer?: string | undefined;
  /** One of `viaKinds`, or the id of a key. */
  readonly via?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};

/** What cannot be read is left out. */
export function auditSearch(raw: RawSearch): AuditSearch {
  const group = auditGroups.find((one) => one === raw['group']);
  const id = (text: string | undefined) => (text !== undefined && isUuid(text) ? text : undefined);
  const day = (text: string | undefined) => (text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined);
  return {
    group,
    colleague: id(raw['colleague']),
    customer: id(raw['customer']),
    via: viaKinds.find((one) => one === raw['via']) ?? id(raw['via']),
    from: day(raw['from']),
    until: day(raw['until']),
  };
}
