import { useQueryClient } from '@tanstack/react-query';
import type { cadenceApi } from '#features/cadence/api.ts';
import type { peopleApi } from '#features/people/api.ts';
import { apiOf } from '#kit/web/api.ts';
import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Menu } from '#kit/web/menu.tsx';
import { problemText } from '#kit/web/problem-notice.tsx';
import { toast } from '#kit/web/toast.tsx';
import type { Team } from './team.ts';

const people = apiOf<typeof peopleApi>();
const cadence = apiOf<typeof cadenceApi>();

type Named = { readonly id: string; readonly name: string };

/** Lets another colleague answer for a customer; who has room is named first. */
export function GiveTo({ customer, owner, team }: { customer: Named; owner: string; team: Team }) {
  const say = useMessages();
  const settle = useSettling();
  return (
    <ColleagueMenu
      label={say('today.team.give')}
      name={customer.name}
      team={team}
      but={owner}
      onChoose={({ id: ownerId, name }) =>
        void settle(async () => {
          await people.call('patch', '/api/customers/{customer}', { params: { customer: customer.id }, body: { ownerId } });
          return say('today.team.given', { customer: customer.name, name });
        })
      }
    />
  );
}

/** Says who stands in while a colleague is away. */
export function StandIn({ absence, colleague, team }: { absence: string; colleague: Named; team: Team }) {
  const say = useMessages();
  const settle = useSettling();
  return (
    <ColleagueMenu
      label={say('today.team.stand_in')}
      name={colleague.name}
      team={team}
      but={colleague.id}
      onChoose={({ id: standInId, name }) =>
        void settle(async () => {
          await cadence.call('put', '/api/absences/{absence}/stand-in', { params: { absence }, body: { standInId } });
          return say('today.team.stands_in', { name, colleague: colleague.name });
        })
      }
    />
  );
}

type MenuGiven = { label: string; name: string; team: Team; but: string; onChoose: (colleague: Named) => void };

function ColleagueMenu({ label, name, team, but, onChoose }: MenuGiven) {
  const place = (id: string) => (team.room.includes(id) ? team.room.indexOf(id) : team.room.length);
  const others = team.colleagues.filter(
    ({ id, atWork, mayTakeOver }) => mayTakeOver && id !== but && (atWork.works || atWork.because !== 'absence'),
  );
  if (others.length === 0) return null;
  return (
    <Menu
      label={`${label}: ${name}`}
      renderTrigger={(door) => (
        <Button needs="actForColleagues" look="quiet" aria-label={`${label}: ${name}`} {...door}>
          {label}
        </Button>
      )}
      entries={others
        .toSorted((one, other) => place(one.id) - place(other.id))
        .map((one) => ({ text: one.name, run: () => onChoose(one) }))}
    />
  );
}

/** Does something, says what came of it, and shows what follows. */
function useSettling(): (run: () => Promise<string>) => Promise<void> {
  const say = useMessages();
  const client = useQueryClient();
  return async (run) => {
    try {
      const text = await run();
      toast({ text });
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    }
    await client.invalidateQueries();
  };
}
