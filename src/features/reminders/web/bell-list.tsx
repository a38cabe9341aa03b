import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { ReminderRow } from './reminder-row.tsx';
import { useLatest, useSeeing } from './reminders.ts';

/** The latest reminders, behind the bell. */
export function BellList({ onClose }: { onClose: () => void }) {
  const say = useMessages();
  const { data } = useLatest();
  const see = useSeeing();
  const found = data?.reminders ?? [];
  return (
    <div className="flex w-88 max-w-full flex-col gap-2">
      <div className="flex items-center justify-between gap-3">
        <h2 className="font-semibold">{say('reminders.title')}</h2>
        {(data?.unseen ?? 0) > 0 && (
          <Button look="quiet" onPress={() => void see()}>
            {say('reminders.see_all')}
          </Button>
        )}
      </div>
      {found.length === 0 && <p className="text-sm text-ink-soft">{say('reminders.none')}</p>}
      <ul className="-mx-2 flex max-h-[60vh] flex-col overflow-y-auto">
        {found.map((reminder) => (
          <li key={reminder.id}>
            <ReminderRow
              reminder={reminder}
              onFollow={() => {
                onClose();
                void see([reminder.id]);
              }}
            />
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap justify-between gap-x-4 gap-y-1 border-t border-line pt-3 text-sm">
        <Link to="/reminders" onFollow={onClose}>
          {say('reminders.all')}
        </Link>
        <Link to="/settings/reminders" onFollow={onClose}>
          {say('reminders.how')}
        </Link>
      </p>
    </div>
  );
}
