import { useQuery } from '@tanstack/react-query';
import type { accessApi } from '#features/access/api.ts';
import type { peopleApi } from '#features/people/api.ts';
import { CustomerPicker } from '#features/people/web/index.ts';
import { apiOf } from '#kit/web/api.ts';
import { DateField } from '#kit/web/date-field.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { useRight } from '#kit/web/right.ts';
import { Select } from '#kit/web/select.tsx';
import { auditGroups, viaKinds, type AuditGroup } from '../domain/index.ts';
import type { AuditSearch } from './audit-search.ts';

const access = apiOf<typeof accessApi>();
const people = apiOf<typeof peopleApi>();

type Chosen = Partial<AuditSearch>;

/** What is looked for: about what, by whom and by what, with whom, and when. */
export function AuditFilters({ search, setSearch }: { search: AuditSearch; setSearch: (change: Chosen) => void }) {
  const say = useMessages();
  const colleagues = useQuery(access.query('get', '/api/colleagues')).data?.colleagues ?? [];
  const mayListKeys = useRight('makeKeys').may;
  const keys = useQuery({ ...access.query('get', '/api/keys'), enabled: mayListKeys }).data?.keys ?? [];
  const groups = auditGroups.map((group) => ({ id: group, text: say(`audit.group.${group}`) }));
  return (
    <div role="search" aria-label={say('audit.title')} className="grid gap-4 sm:grid-cols-2">
      <Select<AuditGroup | 'all'>
        label={say('audit.filter.group')}
        choices={[{ id: 'all', text: say('audit.group.all') }, ...groups]}
        value={search.group ?? 'all'}
        onChange={(group) => setSearch({ group: group === 'all' ? undefined : group })}
      />
      <Select
        label={say('audit.filter.colleague')}
        choices={[{ id: 'all', text: say('audit.everybody') }, ...colleagues.map(({ id, name }) => ({ id, text: name }))]}
        value={search.colleague ?? 'all'}
        onChange={(colleague) => setSearch({ colleague: colleague === 'all' ? undefined : colleague })}
      />
      <Select
        label={say('audit.filter.via')}
        choices={[
          { id: 'all', text: say('audit.via.all') },
          ...viaKinds.map((kind) => ({ id: kind, text: say(`audit.via.${kind}`) })),
          ...keys.map(({ id, name, ending }) => ({ id, text: say('audit.via.this_key', { key: `${name} …${ending}` }) })),
        ]}
        value={search.via ?? 'all'}
        onChange={(via) => setSearch({ via: via === 'all' ? undefined : via })}
      />
      <CustomerFilter key={search.customer ?? ''} customer={search.customer} onChoose={(customer) => setSearch({ customer })} />
      <div className="grid grid-cols-2 gap-4">
        <DateField
          label={say('audit.filter.from')}
          value={search.from ?? null}
          onChange={(from) => setSearch({ from: from ?? undefined })}
        />
        <DateField
          label={say('audit.filter.until')}
          value={search.until ?? null}
          onChange={(until) => setSearch({ until: until ?? undefined })}
        />
      </div>
    </div>
  );
}

function CustomerFilter({ customer, onChoose }: { customer: string | undefined; onChoose: (customer: string | undefined) => void }) {
  const say = useMessages();
  const known = useQuery({
    ...people.query('get', '/api/customers/{customer}', { params: { customer: customer ?? '' }, query: {} }),
    enabled: customer !== undefined,
  });
  if (customer !== undefined && known.isPending) return null;
  const chosen = known.data ? { id: known.data.id, name: known.data.name } : null;
  return <CustomerPicker label={say('audit.filter.customer')} name="customer" chosen={chosen} onChoose={(found) => onChoose(found?.id)} />;
}
