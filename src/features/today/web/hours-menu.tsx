import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ClockIcon } from '#kit/web/icons.tsx';
import { choices, Menu } from '#kit/web/menu.tsx';
import { duration } from './duration.ts';
import type { Today } from './today.ts';

const USUALLY = 'usual';
const offered = [0, 30, 60, 90, 120, 180, 240, 360, 480];

/** How much time I have today: as usual, or otherwise for today alone. */
export function HoursMenu({ minutes, onChange }: { minutes: Today['minutes']; onChange: (minutes: number | null) => void }) {
  const say = useMessages();
  const { said, usual, available } = minutes;
  const others = said === null || offered.includes(said) ? offered : [...offered, said].toSorted((one, other) => one - other);
  return (
    <Menu
      label={say('today.hours.change')}
      renderTrigger={(door) => (
        <Button needs="workWithCustomers" icon={ClockIcon} {...door}>
          <span className="sr-only">{say('today.hours.change')}</span>
          {available === 0 ? say('today.hours.none') : say('today.hours.have', { time: duration(available, say) })}
        </Button>
      )}
      entries={[
        choices({
          title: say('today.hours.change'),
          chosen: said === null ? USUALLY : String(said),
          choices: [
            { id: USUALLY, text: say('today.hours.usual', { time: duration(usual, say) }) },
            ...others.map((one) => ({ id: String(one), text: one === 0 ? say('today.hours.none') : duration(one, say) })),
          ],
          choose: (id) => onChange(id === USUALLY ? null : Number(id)),
        }),
      ]}
    />
  );
}
