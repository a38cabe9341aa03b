import type { ReactNode } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import type { Role } from './roles.ts';

/** One role: what, where or who, since and until, and how to change it. */
export function RoleLine({ role, onChange, children }: { role: Role; onChange?: () => void; children: ReactNode }) {
  const say = useMessages();
  const formats = useFormats();
  const { sinceOn, untilOn } = role;
  const [since, until] = [sinceOn && formats.date(sinceOn), untilOn && formats.date(untilOn)];
  const time =
    since && until
      ? say('people.work.from_until', { since, until })
      : since
        ? say('people.work.since', { since })
        : until
          ? say('people.work.until', { until })
          : null;
  return (
    <span className={`flex flex-wrap items-baseline gap-x-2 ${role.isCurrent ? '' : 'text-ink-soft'}`}>
      <span>
        {role.role !== null && (
          <>
            <bdi>{role.role}</bdi>
            <span className="mx-1.5 text-ink-faint">·</span>
          </>
        )}
        {children}
      </span>
      {time !== null && <span className="text-sm text-ink-soft">{time}</span>}
      {onChange && (
        <span className="-my-2">
          <Button
            look="quiet"
            aria-label={say('people.work.change_one', { person: role.person.name, organization: role.organization.name })}
            onPress={onChange}
          >
            {say('people.work.change.short')}
          </Button>
        </span>
      )}
    </span>
  );
}
