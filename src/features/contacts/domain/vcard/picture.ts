import type { FoundPhoto } from '../contact.ts';
import { bytesOfBase64, placeOf } from './property.ts';

const picture = /^(?:[\w-]+\.)?(?:PHOTO|LOGO)[;:]/i;

/** Whether a line of a card holds a picture, which is read as bytes and not as text. */
export function isPicture(line: string): boolean {
  return picture.test(line);
}

/** The photo among the pictures of a card. A logo is one of the organization itself, not of whoever works there. */
export function photoIn(lines: readonly string[], isOrganization: boolean): FoundPhoto {
  const own = lines.filter((line) => isOrganization || !/^(?:[\w-]+\.)?LOGO/i.test(line)).map(readPicture);
  return own.find((found) => found !== 'elsewhere') ?? own[0];
}

function readPicture(line: string): NonNullable<FoundPhoto> {
  const colon = placeOf(line, ':');
  const value = line.slice(colon + 1);
  const [data] = /^data:[^,]*;base64\\?,/i.exec(value.slice(0, 500)) ?? [];
  if (data !== undefined) return bytesOfBase64(value.slice(data.length));
  return /[;=](?:B|BASE64)(?:;|$)/i.test(line.slice(0, colon)) ? bytesOfBase64(value) : 'elsewhere';
}

/** The line without its picture, for one that is too large to be kept. */
export function emptied(line: string): string {
  const [head] = /^[^:]*:(?:data:[^,]*,)?/i.exec(line.slice(0, 1000)) ?? [];
  return head ?? 'PHOTO;ENCODING=B:';
}
