import { useEffect, useState } from 'react';

/** What a clock shows in another time zone, from minute to minute; null where it shows what ours does. */
export function useClock(timeZone: string | null, ours: string, locale: string): string | null {
  const [now, setNow] = useState(() => Temporal.Now.instant());
  const isElsewhere = timeZone !== null && now.toZonedDateTimeISO(timeZone).offset !== now.toZonedDateTimeISO(ours).offset;
  useEffect(() => {
    if (!isElsewhere) return;
    const tick = setInterval(() => setNow(Temporal.Now.instant()), 10_000);
    return () => clearInterval(tick);
  }, [isElsewhere]);
  if (!isElsewhere) return null;
  return new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(
    now.epochMilliseconds,
  );
}
