import { lazy, Suspense } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { Button } from '#kit/web/button.tsx';
import { Message, useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { CalendarIcon } from '#kit/web/icons.tsx';
import { Popover } from '#kit/web/popover.tsx';
import { Notice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';

const DayForm = lazy(async () => ({ default: (await import('./day-form.tsx')).DayForm }));

type Given = { asOf: string | undefined; onChange: (asOf: string | undefined) => void };

/** Today, or the past day that is looked at, and the way to another. */
export function AsOf({ asOf, onChange, look = 'plain' }: Given & { look?: 'plain' | 'quiet' }) {
  const say = useMessages();
  const formats = useFormats();
  return (
    <Popover
      label={say('customers.as_of')}
      trigger={
        <Button look={look} icon={CalendarIcon}>
          <span className="sr-only">{say('customers.as_of')}</span>
          {asOf === undefined ? (
            <span className={look === 'quiet' ? 'max-md:sr-only' : ''}>{say('customers.as_of.today')}</span>
          ) : (
            formats.date(asOf)
          )}
        </Button>
      }
    >
      {(close) => (
        <div className="w-64">
          <Suspense fallback={<Skeleton lines={1} />}>
            <DayForm
              asOf={asOf}
              onLook={(day) => {
                close();
                onChange(day);
              }}
            />
          </Suspense>
        </div>
      )}
    </Popover>
  );
}

/** Says that the page shows a past day, so that nobody takes it for how things stand. */
export function PastNotice({ asOf, onChange }: Given) {
  const say = useMessages();
  const formats = useFormats();
  if (asOf === undefined) return null;
  return (
    <Notice action={<Button onPress={() => onChange(undefined)}>{say('customers.as_of.back')}</Button>}>
      <Message id="customers.as_of.notice" values={{ day: formats.date(asOf) }} />
    </Notice>
  );
}

/** The day in the address, unless it is today: that is how things stand now. */
export function usePastDay(asOf: string | undefined): string | undefined {
  const { workspace } = useSignedIn();
  return asOf === workspace.today ? undefined : asOf;
}
