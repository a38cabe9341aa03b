import { err, ok, type Result } from '#kit/domain/result.ts';
import { lengths, mostOfAKind } from './lengths.ts';
import { tidyLine } from './name.ts';

/** Where a customer can be reached. The first of a kind is the one to use. */
export type ContactPointKind = 'email' | 'phone' | 'website';

/** `label` says what it is for, in the words of whoever wrote it: work, home, mobile. */
export type ContactPoint = { readonly value: string; readonly label: string | null };

export type ContactPointTold = { readonly value?: string | null | undefined; readonly label?: string | null | undefined };

/**
 * Makes what was told of one kind into what is kept: tidy, in the order told, each once; an empty one is left out. Refuses an e-mail address
 * (`customer.email_unusable`), a number (`customer.phone_unusable`) or a website (`customer.website_unusable`) that is none, at `field` and its
 * place (`emails.1.value`), and more than anybody has (`customer.too_many`).
 */
export function readContactPoints(
  kind: ContactPointKind,
  told: readonly ContactPointTold[],
  field: string,
): Result<readonly ContactPoint[]> {
  if (told.length > mostOfAKind) return err('customer.too_many', { most: mostOfAKind }, field);
  const points = new Map<string, ContactPoint>();
  for (const [place, one] of told.entries()) {
    const point = readContactPoint(kind, one, `${field}.${place}`);
    if (!point.ok) return point;
    if (point.value && !points.has(point.value.value)) points.set(point.value.value, point.value);
  }
  return ok([...points.values()]);
}

/** One of them, or null where nothing was told; refused at `field.value`. */
export function readContactPoint(kind: ContactPointKind, told: ContactPointTold, field: string): Result<ContactPoint | null> {
  const written = tidyLine(told.value);
  if (written === null) return ok(null);
  const label = tidyLine(told.label);
  if (label !== null && label.length > lengths.word) return err('customer.text_too_long', { most: lengths.word }, `${field}.label`);
  const value = tidyValue[kind](written);
  return value === undefined ? err(`customer.${kind}_unusable`, { [kind]: shortened(written) }, `${field}.value`) : ok({ value, label });
}

const tidyValue: Readonly<Record<ContactPointKind, (written: string) => string | undefined>> = {
  email: (written) => (isEmail(written) ? written.toLowerCase() : undefined),
  // Whether a number can be dialled is for the phone company to say; that it is one is seen by its digits.
  phone: (written) => (isPhone(written) ? written : undefined),
  website: tidyWebsite,
};

function isEmail(text: string): boolean {
  return text.length <= lengths.email && /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@.,;<>]+$/.test(text);
}

function isPhone(text: string): boolean {
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0;
  return text.length <= lengths.phone && digits >= 5 && digits <= 20 && /^[\p{Nd}\s()+/.\-–ext]+$/iu.test(text);
}

/** Only addresses of the web: a link with another scheme could do something when it is followed. */
function tidyWebsite(text: string): string | undefined {
  if (text.length > lengths.website) return undefined;
  const [, scheme = 'https', host, path = ''] =
    /^(?:(https?):\/\/)?([^\s/?#@:"<>\\]+\.[^\s/?#@:.\d"<>\\][^\s/?#@:."<>\\]+(?::\d+)?)([/?#][^\s"<>\\]*)?$/i.exec(text) ?? [];
  return host === undefined ? undefined : `${scheme.toLowerCase()}://${host.toLowerCase()}${path === '/' ? '' : path}`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
