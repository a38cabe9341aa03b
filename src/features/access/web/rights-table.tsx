import { useMessages } from '#kit/web/i18n/language.tsx';
import { CheckIcon, ChevronDownIcon } from '#kit/web/icons.tsx';
import { comesWithAnswering, rights, roles, rolesWith, type Right, type Role } from '../domain/index.ts';

/** Who may do what, from the table that the server goes by. */
export function RightsTable() {
  const say = useMessages();
  return (
    <details className="group">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1 text-ink-soft hover:text-accent">
        <ChevronDownIcon className="size-4 transition-transform group-open:rotate-180" />
        {say('access.rights.title')}
      </summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, and has to by keyboard */}
      <div className="relative overflow-x-auto" tabIndex={0} role="group" aria-label={say('access.rights.title')}>
        <table className="w-full text-start text-sm">
          <thead>
            <tr className="border-b border-line text-ink-soft">
              <th scope="col">
                <span className="sr-only">{say('access.rights.right')}</span>
              </th>
              {roles.map((role) => (
                <th key={role} scope="col" className="px-2 py-2 text-center font-medium">
                  {say(`access.role.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rights.map((right) => (
              <tr key={right} className="border-b border-line">
                <th scope="row" className="min-w-44 py-2 pe-3 text-start font-normal">
                  {say(`access.rights.of.${right}`)}
                </th>
                {roles.map((role) => (
                  <td key={role} className="px-2 text-center">
                    <Cell role={role} right={right} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-2 max-w-prose text-sm text-ink-soft">{say('access.rights.own.hint')}</p>
    </details>
  );
}

function Cell({ role, right }: { role: Role; right: Right }) {
  const say = useMessages();
  if (rolesWith(right).includes(role))
    return (
      <>
        <CheckIcon className="inline size-4 text-accent" />
        <span className="sr-only">✓</span>
      </>
    );
  return comesWithAnswering(right) ? <span className="text-ink-soft">{say('access.rights.own')}</span> : null;
}
