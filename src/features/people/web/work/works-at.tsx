import { useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { PlusIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { RoleDialog, type RoleInHand } from './role-dialog.tsx';
import { RoleLine } from './role-line.tsx';
import { useRoles } from './roles.ts';

/** Where a person works, and worked. */
export function WorksAt({ person, asOf }: { person: string; asOf: string | undefined }) {
  const say = useMessages();
  const { data } = useRoles(person, asOf);
  const [inHand, setInHand] = useState<RoleInHand | null>(null);
  if (!data) return null;
  return (
    <div className="flex flex-col gap-1">
      {data.roles.length > 0 && (
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
      )}
      {asOf === undefined && (
        <span className="-ms-4">
          <Button look="quiet" icon={PlusIcon} onPress={() => setInHand({ person })}>
            {say('people.work.add_organization')}
          </Button>
        </span>
      )}
      {inHand && <RoleDialog inHand={inHand} onClose={() => setInHand(null)} />}
    </div>
  );
}
