import { useQuery } from '@tanstack/react-query';
import type { accessApi } from '#features/access/api.ts';
import { apiOf } from '#kit/web/api.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Select } from '#kit/web/select.tsx';
import { touchpointKinds, type TouchpointKind } from '../domain/index.ts';

const access = apiOf<typeof accessApi>();

/** Which part of a timeline is shown. */
export type Shown = {
  readonly kind: TouchpointKind | 'all';
  readonly direction: 'in' | 'out' | 'both';
  /** The id of a colleague. */
  readonly colleague: string;
  readonly pulse: 'any' | 'read';
};

export const everything: Shown = { kind: 'all', direction: 'both', colleague: 'all', pulse: 'any' };

export function isFiltered(shown: Shown): boolean {
  return JSON.stringify(shown) !== JSON.stringify(everything);
}

/** As the contract asks for it. */
export function queryOf({ kind, direction, colleague, pulse }: Shown) {
  return {
    ...(kind === 'all' ? {} : { kinds: kind }),
    ...(direction === 'both' ? {} : { direction }),
    ...(colleague === 'all' ? {} : { colleague }),
    ...(pulse === 'any' ? {} : { pulse: 'read' as const }),
  };
}

export function TimelineFilter({ shown, onChange }: { shown: Shown; onChange: (shown: Shown) => void }) {
  const say = useMessages();
  const { data } = useQuery(access.query('get', '/api/colleagues'));
  const colleagues = data?.colleagues ?? [];
  return (
    <div className="grid grid-cols-2 gap-2 sm:grid-cols-[repeat(auto-fit,minmax(8rem,1fr))]">
      <Select
        label={say('conversations.filter')}
        labelHidden
        choices={[
          { id: 'all' as const, text: say('conversations.filter.all') },
          ...touchpointKinds.map((id) => ({ id, text: say(`conversations.kind.${id}`) })),
        ]}
        value={shown.kind}
        onChange={(kind) => onChange({ ...shown, kind })}
      />
      <Select
        label={say('conversations.filter.direction')}
        labelHidden
        choices={[
          { id: 'both' as const, text: say('conversations.filter.both') },
          { id: 'out' as const, text: say('conversations.direction.out') },
          { id: 'in' as const, text: say('conversations.direction.in') },
        ]}
        value={shown.direction}
        onChange={(direction) => onChange({ ...shown, direction })}
      />
      {colleagues.length > 1 && (
        <Select
          label={say('conversations.filter.colleague')}
          labelHidden
          choices={[{ id: 'all', text: say('conversations.filter.anybody') }, ...colleagues.map(({ id, name }) => ({ id, text: name }))]}
          value={shown.colleague}
          onChange={(colleague) => onChange({ ...shown, colleague })}
        />
      )}
      <Select
        label={say('conversations.filter.pulse')}
        labelHidden
        choices={[
          { id: 'any' as const, text: say('conversations.filter.pulse.any') },
          { id: 'read' as const, text: say('conversations.filter.pulse.read') },
        ]}
        value={shown.pulse}
        onChange={(pulse) => onChange({ ...shown, pulse })}
      />
    </div>
  );
}
