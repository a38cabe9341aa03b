import { useSignedIn } from '#features/access/web/index.ts';
import { daysOff } from '#kit/domain/week.ts';
import { Button } from '#kit/web/button.tsx';
import { MomentField } from '#kit/web/date-field.tsx';
import { useFormats, useMessages, type Say } from '#kit/web/i18n/language.tsx';
import type { Formats } from '#kit/web/i18n/format.ts';
import { nearMoments, type NearMoment } from '../domain/index.ts';

type Given = {
  value: string | null;
  onChange: (moment: string | null) => void;
  /** On whose clocks `value` is read; the workspace's, unless told. */
  timeZone?: string;
};

/** By when: the moments people often promise in one tap, or any other picked. */
export function DueField({ value, onChange, timeZone }: Given) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const zone = timeZone ?? formats.timeZone;
  const now = Temporal.Now.plainDateTimeISO(zone);
  return (
    <div className="flex flex-col gap-2.5">
      <MomentField label={say('promises.due')} name="dueAt" value={value} onChange={onChange} isRequired />
      <div className="flex flex-wrap gap-2">
        {nearMoments(now, daysOff(workspace.workdays)).map((moment) => (
          <Button key={moment.name} onPress={() => onChange(moment.at.toString({ smallestUnit: 'minute' }))}>
            {nameOf(moment, zone, say, formats)}
          </Button>
        ))}
      </div>
    </div>
  );
}

function nameOf({ name, at }: NearMoment, zone: string, say: Say, formats: Formats): string {
  const time = formats.timeIn(at.toZonedDateTime(zone).toInstant(), zone);
  return say(`promises.moment.${name}`, { time, weekday: formats.weekday(at.toPlainDate()) });
}
