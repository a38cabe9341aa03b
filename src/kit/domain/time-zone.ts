/** Whether a name is that of a place's clock (`Europe/Athens`); a mere distance from UTC is none, since it knows no summer. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.ZonedDateTime.from({ year: 2000, month: 1, day: 1, timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
