import { useQuery } from '@tanstack/react-query';
import type { accessApi } from '#features/access/api.ts';
import { useSignedIn } from '#features/access/web/index.ts';
import { apiOf } from '#kit/web/api.ts';
import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { CustomersIcon } from '#kit/web/icons.tsx';
import { choices, Menu } from '#kit/web/menu.tsx';

const access = apiOf<typeof accessApi>();

type Given = {
  chosen: string | undefined;
  onChange: (colleague: string | undefined) => void;
  /** Everybody together can be chosen, too. */
  withTeam?: boolean;
};

const TEAM = 'team';

/** Whose list it is. Where somebody works alone there is nothing to choose. */
export function WhoseList({ chosen, onChange, withTeam = false }: Given) {
  const say = useMessages();
  const { colleague: me } = useSignedIn();
  const { data } = useQuery(access.query('get', '/api/colleagues'));
  const colleagues = data?.colleagues ?? [];
  const named = colleagues.map(({ id, name }) => ({ id, text: id === me.id ? say('today.whose.mine') : name }));
  const all = withTeam ? [{ id: TEAM, text: say('today.whose.everybody') }, ...named] : named;
  const shown = all.find(({ id }) => id === (chosen ?? me.id));
  if (colleagues.length < 2 || !shown) return null;
  return (
    <Menu
      label={say('today.whose')}
      renderTrigger={(door) => (
        <Button look="quiet" icon={CustomersIcon} {...door}>
          <span className="sr-only">{say('today.whose')}</span>
          <bdi>{shown.text}</bdi>
        </Button>
      )}
      entries={[
        choices({
          title: say('today.whose'),
          chosen: shown.id,
          choices: all,
          choose: (id) => onChange(id === me.id ? undefined : id),
        }),
      ]}
    />
  );
}
