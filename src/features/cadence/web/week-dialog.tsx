import { useQueryClient } from '@tanstack/react-query';
import { Button } from '#kit/web/button.tsx';
import { Checkbox } from '#kit/web/checkbox.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { api, useDoing, type WorkingWeek } from './cadence.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** On which days, and at which hours, everybody works (`of` null), or one colleague does otherwise. */
export function WeekDialog({ of, name, week, onClose }: { of: string | null; name: string; week: WorkingWeek; onClose: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const client = useQueryClient();
  const doing = useDoing();
  const monday = Temporal.PlainDate.from('1970-01-05');

  async function save(typed: Typed) {
    const told = {
      weekdays: weekdays.filter((day) => typed.ticked(`day${day}`)),
      fromTime: typed.text('fromTime'),
      untilTime: typed.text('untilTime'),
    };
    if (of === null) await api.call('patch', '/api/working-calendar', { body: { week: told } });
    else await api.call('put', '/api/colleagues/{colleague}/working-week', { params: { colleague: of }, body: told });
    await client.invalidateQueries();
    toast({ text: say('cadence.saved') });
    onClose();
  }

  async function clear(colleague: string) {
    onClose();
    await doing(async () => {
      await api.call('delete', '/api/colleagues/{colleague}/working-week', { params: { colleague } });
      return say('cadence.saved');
    });
  }

  return (
    <Dialog title={name} isOpen onClose={onClose}>
      <Form
        submit={say('cadence.save')}
        send={save}
        aside={
          of !== null && (
            <Button look="quiet" onPress={() => void clear(of)}>
              {say('cadence.weeks.clear')}
            </Button>
          )
        }
      >
        <fieldset className="flex flex-col">
          <legend className="text-sm font-medium">{say('cadence.weeks.days')}</legend>
          {weekdays.map((day) => (
            <Checkbox key={day} name={`day${day}`} defaultSelected={week.weekdays.includes(day)}>
              {formats.weekday(monday.add({ days: day - 1 }))}
            </Checkbox>
          ))}
        </fieldset>
        <div className="flex flex-wrap gap-x-6 gap-y-4">
          <TextField label={say('cadence.from')} name="fromTime" type="time" defaultValue={week.fromTime} isRequired />
          <TextField label={say('cadence.until')} name="untilTime" type="time" defaultValue={week.untilTime} isRequired />
        </div>
      </Form>
    </Dialog>
  );
}
