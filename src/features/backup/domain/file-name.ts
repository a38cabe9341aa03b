const form = /^tend-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.tar\.zst(\.age)?$/;

/** What a backup is called that is made by itself: by its moment, and by the tools that open it. */
export function nameOfBackup(madeAt: Temporal.Instant, isEncrypted: boolean): string {
  const moment = madeAt.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString().replaceAll(/[-:]/g, '');
  return `tend-${moment}.tar.zst${isEncrypted ? '.age' : ''}`;
}

/** When a backup was made, by its name; undefined for whatever else lies there, which is none of our business. */
export function momentOfBackup(name: string): Temporal.Instant | undefined {
  const [, year, month, day, hour, minute, second] = form.exec(name) ?? [];
  if (year === undefined) return undefined;
  try {
    return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  } catch {
    return undefined;
  }
}
