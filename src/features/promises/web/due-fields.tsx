import { Button } from '#kit/web/button.tsx';
import { Switch } from '#kit/web/checkbox.tsx';
import { MomentField } from '#kit/web/date-field.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Options } from '#kit/web/options.tsx';
import { Notice } from '#kit/web/problem-notice.tsx';
import { isElsewhere, momentOf, toggleWindow, withMoment, type DueDraft } from './due-draft.ts';
import { DueField } from './due-field.tsx';
import { placeOf } from './due-text.ts';

type Given = { draft: DueDraft; onChange: (draft: DueDraft) => void; timeZone: string };

/** By when, on the customer's clocks: a moment or a window; where clocks are changed it is said or asked which is meant. */
export function DueFields({ draft, onChange, timeZone }: Given) {
  const say = useMessages();
  const formats = useFormats();
  const isWindow = draft.from !== undefined;
  return (
    <div className="flex flex-col gap-3">
      {isElsewhere(timeZone, formats.timeZone, Temporal.Now.instant()) && (
        <p className="text-sm text-ink-soft">{say('promises.due.there', { place: placeOf(timeZone) })}</p>
      )}
      {isWindow && (
        <MomentField
          label={say('promises.due.from')}
          name="dueFrom"
          value={draft.from ?? null}
          onChange={(from) => onChange({ ...draft, from })}
        />
      )}
      <DueField value={draft.at} onChange={(at) => onChange(withMoment(draft, at))} timeZone={timeZone} />
      <Switch isSelected={isWindow} onChange={(wanted) => onChange(toggleWindow(draft, wanted))}>
        {say('promises.due.window')}
      </Switch>
      <ClockChange draft={draft} onChange={onChange} timeZone={timeZone} />
    </div>
  );
}

function ClockChange({ draft, onChange, timeZone }: Given) {
  const say = useMessages();
  const formats = useFormats();
  const there = momentOf(draft.at, timeZone);
  if (!there || there.shown === 'once') return null;
  if (there.shown === 'never') {
    const near = [there.before, there.after].map((moment) => moment.toString({ smallestUnit: 'minute' }));
    return (
      <Notice tone="amber">
        <p>{say('promises.due.skipped')}</p>
        <div className="mt-2 flex flex-wrap gap-2">
          {near.map((moment) => (
            <Button key={moment} onPress={() => onChange(withMoment(draft, moment))}>
              {moment.slice(11, 16)}
            </Button>
          ))}
        </div>
      </Notice>
    );
  }
  const choices = (['earlier', 'later'] as const).map((id) => ({
    id,
    text: say(`promises.due.clock.${id}`),
    note: `${formats.timeIn(there[id].toInstant(), timeZone)} (${there[id].offset})`,
  }));
  return (
    <Options
      label={say('promises.due.twice')}
      choices={choices}
      value={draft.clock ?? null}
      onChange={(clock) => onChange({ ...draft, clock })}
    />
  );
}
