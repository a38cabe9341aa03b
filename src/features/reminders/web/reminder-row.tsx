import { useSignedIn } from '#features/access/web/index.ts';
import { Message, useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { dueText, lateText, placeOf, type Reminder } from './reminders.ts';

/** One reminder, as the way to what it is about. Opening it marks it as seen. */
export function ReminderRow({ reminder, onFollow }: { reminder: Reminder; onFollow: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const isUnseen = reminder.seenAt === null && reminder.stands;
  const late = lateText(reminder.lateSeconds, say, formats);
  return (
    <Link
      to={placeOf(reminder)}
      look="bare"
      onFollow={onFollow}
      className="flex items-start gap-3 rounded-lg px-2 py-2.5 hover:bg-wash focus-visible:bg-wash"
    >
      <span className={`mt-2 size-2 shrink-0 rounded-full ${isUnseen ? 'bg-accent' : ''}`} aria-hidden="true" />
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className={isUnseen ? 'font-medium' : 'text-ink-soft'}>
          {isUnseen && <span className="sr-only">{say('reminders.unseen')} </span>}
          <Message
            id={`reminders.says.${reminder.kind}`}
            values={{
              customer: <bdi>{reminder.customer?.name}</bdi>,
              what: <bdi>{reminder.promise?.what ?? reminder.words}</bdi>,
              by: <bdi>{reminder.by?.name}</bdi>,
              due: dueText(reminder, workspace.today, say, formats),
              count: reminder.count,
            }}
          />
        </span>
        <span className="tabular text-sm text-ink-soft">
          <time dateTime={reminder.madeAt}>{formats.moment(reminder.madeAt)}</time>
          {!reminder.stands && ` · ${say('reminders.settled')}`}
          {late !== null && ` · ${late}`}
        </span>
      </span>
    </Link>
  );
}
