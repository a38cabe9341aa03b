import { useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { PlusIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { PersonName } from '../person-name.tsx';
import { RoleDialog } from './role-dialog.tsx';
import { RoleLine } from './role-line.tsx';
import { useRoles, type Role, type RoleInHand } from './roles.ts';

/** Who works at an organization, how they are reached, who did before, and the organizations that belong to it. */
export function PeopleHereSection({ organization, asOf }: { organization: string; asOf: string | undefined }) {
  const say = useMessages();
  const found = useRoles(organization, asOf);
  const [inHand, setInHand] = useState<RoleInHand | null>(null);
  const [showsFormer, setShowsFormer] = useState(false);
  const { roles, parts } = found.data ?? { roles: [], parts: [] };
  const former = roles.filter(({ isCurrent }) => !isCurrent);
  const shown = showsFormer ? roles : roles.filter(({ isCurrent }) => isCurrent);
  return (
    <Section
      title={say('people.work.here')}
      actions={
        asOf === undefined && (
          <Button needs="workWithCustomers" look="quiet" icon={PlusIcon} onPress={() => setInHand({ organization })}>
            {say('people.work.add_person')}
          </Button>
        )
      }
    >
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={2} />}
      {found.isSuccess && roles.length === 0 && <p className="text-ink-soft">{say('people.work.here.nobody')}</p>}
      {shown.length > 0 && (
        <ul aria-label={say('people.work.here')} className="flex flex-col divide-y divide-line">
          {shown.map((role) => (
            <li key={role.id} className="flex flex-col py-2">
              <RoleLine role={role} {...(asOf === undefined ? { onChange: () => setInHand({ role }) } : {})}>
                <Link to={`/customers/${role.person.id}`} search={{ asOf }} look="name">
                  <PersonName customer={role.person} />
                </Link>
              </RoleLine>
              {role.isCurrent && <Reached person={role.person} />}
            </li>
          ))}
        </ul>
      )}
      {former.length > 0 && !showsFormer && (
        <span className="-ms-4">
          <Button look="quiet" onPress={() => setShowsFormer(true)}>
            {say('people.work.former', { count: former.length })}
          </Button>
        </span>
      )}
      {parts.length > 0 && (
        <p className="flex flex-wrap gap-x-2">
          <span className="text-ink-soft">{say('people.work.parts')}</span>
          {parts.map(({ id, name }) => (
            <Link
              key={id}
              to={`/customers/${id}`}
              search={{ asOf }}
              look="name"
              className="inline-flex min-h-6 items-center not-last:after:content-[',']"
            >
              <bdi>{name}</bdi>
            </Link>
          ))}
        </p>
      )}
      {inHand && <RoleDialog inHand={inHand} onClose={() => setInHand(null)} />}
    </Section>
  );
}

function Reached({ person: { phone, email } }: { person: Role['person'] }) {
  if (phone === null && email === null) return null;
  return (
    <span className="flex flex-wrap gap-x-4 text-sm">
      {phone !== null && (
        <a
          href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}
          className="inline-flex min-h-8 items-center text-accent hover:underline pointer-coarse:min-h-11"
        >
          <bdi dir="ltr">{phone}</bdi>
        </a>
      )}
      {email !== null && (
        <a href={`mailto:${email}`} className="inline-flex min-h-8 items-center text-accent hover:underline pointer-coarse:min-h-11">
          <bdi dir="ltr">{email}</bdi>
        </a>
      )}
    </span>
  );
}
