import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { useSignedIn } from '#features/access/web/index.ts';
import { timeZones } from '#features/workspace/web/index.ts';
import { Checkbox, Switch } from '#kit/web/checkbox.tsx';
import { ComboBox } from '#kit/web/combo-box.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { problemText, ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Select } from '#kit/web/select.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { toast } from '#kit/web/toast.tsx';
import type { ReminderSettings, remindersApi } from '../api.ts';
import { timesBefore } from '../domain/index.ts';
import { CalendarSection } from './calendar-section.tsx';
import { DevicesSection } from './devices-section.tsx';
import { api } from './reminders.ts';

type Seen = z.output<(typeof remindersApi)['settings']['answer']>;
type Change = Partial<z.input<typeof ReminderSettings>>;

/** How one colleague is reminded. Every change counts at once. */
export function ReminderSettingsPage() {
  const say = useMessages();
  const client = useQueryClient();
  const asked = api.query('get', '/api/reminder-settings');
  const settings = useQuery(asked);

  async function change(wanted: Change) {
    try {
      const now = await api.call('patch', '/api/reminder-settings', { body: wanted });
      client.setQueryData(asked.queryKey, (before: Seen | undefined) => before && { ...before, ...now });
      toast({ text: say('reminders.settings.saved') });
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    }
  }

  return (
    <Page title={say('reminders.settings.title')} lede={say('reminders.settings.lede')} width="narrow">
      {settings.isPending && <Skeleton lines={5} />}
      {settings.isError && <ProblemNotice error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && (
        <>
          <Section title={say('reminders.settings.promises')}>
            <TimeBefore minutes={settings.data.minutesBefore} onChange={(minutesBefore) => void change({ minutesBefore })} />
          </Section>
          <Digest settings={settings.data} onChange={(wanted) => void change(wanted)} />
        </>
      )}
      <DevicesSection />
      <CalendarSection />
    </Page>
  );
}

function TimeBefore({ minutes, onChange }: { minutes: number; onChange: (minutes: number) => void }) {
  const say = useMessages();
  const text = (before: number) => {
    if (before === 0) return say('reminders.settings.before.never');
    if (before < 60) return say('reminders.settings.before.minutes', { count: before });
    return before < 1440
      ? say('reminders.settings.before.hours', { count: before / 60 })
      : say('reminders.settings.before.days', { count: before / 1440 });
  };
  return (
    <Select
      label={say('reminders.settings.before')}
      hint={say('reminders.settings.before.hint')}
      choices={timesBefore.map((before) => ({ id: String(before), text: text(before) }))}
      value={String(minutes)}
      onChange={(id) => onChange(Number(id))}
    />
  );
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const hours = Array.from({ length: 24 }, (_, hour) => hour);

function Digest({ settings, onChange }: { settings: Seen; onChange: (change: Change) => void }) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const { digest, digestHour, mail } = settings;
  const days = settings.digestWeekdays ?? settings.workdays;
  const monday = Temporal.PlainDate.from('1970-01-05');
  const hourText = (hour: number) =>
    `${formats.number(hour, { minimumIntegerDigits: 2 })}:${formats.number(0, { minimumIntegerDigits: 2 })}`;
  const ours = { id: '', text: say('reminders.settings.zone.ours', { zone: workspace.timeZone.replaceAll('_', ' ') }) };
  return (
    <Section title={say('reminders.settings.digest')} lede={say('reminders.settings.digest.lede')}>
      {!mail.isSetUp && (
        <p role="note" className="max-w-prose rounded-lg bg-amber-soft px-4 py-3 text-sm text-amber">
          {say('reminders.settings.digest.no_mail')}
        </p>
      )}
      <Switch isSelected={digest} onChange={(on) => onChange({ digest: on })}>
        {say('reminders.settings.digest.on', { address: mail.to })}
      </Switch>
      {digest && (
        <>
          <Select
            label={say('reminders.settings.hour')}
            choices={hours.map((hour) => ({ id: String(hour), text: hourText(hour) }))}
            value={String(digestHour)}
            onChange={(id) => onChange({ digestHour: Number(id) })}
          />
          <fieldset>
            <legend className="text-sm font-medium">{say('reminders.settings.days')}</legend>
            <div className="flex flex-wrap gap-x-5">
              {weekdays.map((day) => (
                <Checkbox
                  key={day}
                  isSelected={days.includes(day)}
                  onChange={(on) => onChange({ digestWeekdays: on ? [...days, day] : days.filter((one) => one !== day) })}
                >
                  {formats.weekday(monday.add({ days: day - 1 }))}
                </Checkbox>
              ))}
            </div>
          </fieldset>
          <ComboBox
            label={say('reminders.settings.zone')}
            choices={[ours, ...timeZones()]}
            defaultValue={settings.timeZone ?? ''}
            onChange={(id) => {
              if (id !== null) onChange({ timeZone: id === '' ? null : id });
            }}
          />
        </>
      )}
    </Section>
  );
}
