import { useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { PlusIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { RoleDialog } from './role-dialog.tsx';
import { RoleLine } from './role-line.tsx';
import { useRoles, type RoleInHand } from './roles.ts';

/** Where a person works, and worked. */
export function WorksAt({ person, asOf }: { person: string; asOf: string | undefined }) {
  const say = useMessages();
  const { data } = useRoles(person, asOf);
  const [inHand, setInHand] = useState<RoleInHand | null>(null);
  if (!data || data.roles.length === 0) return null;
  return (
    <>
      <ul aria-label={say('people.work.works_at')} className="flex flex-col gap-1">
        {data.roles.map((role) => (
          <li key={role.id}>
            <RoleLine role={role} {...(asOf === undefined ? { onChange: () => setInHand({ role }) } : {})}>
              <Link to={`/customers/${role.organization.id}`} search={{ asOf }} look="name">
                <bdi lang={role.organization.language ?? undefined}>{role.organization.name}</bdi>
              </Link>
            </RoleLine>
          </li>
        ))}
      </ul>
      {inHand && <RoleDialog inHand={inHand} onClose={() => setInHand(null)} />}
    </>
  );
}

export function AddWork({ person }: { person: string }) {
  const say = useMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button needs="workWithCustomers" look="quiet" icon={PlusIcon} onPress={() => setOpen(true)}>
        {say('people.work.add_organization')}
      </Button>
      {isOpen && <RoleDialog inHand={{ person }} onClose={() => setOpen(false)} />}
    </>
  );
}
