import { lazy, Suspense, useSyncExternalStore, type ReactNode } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { PersonName, useCustomFields, useCustomText } from '#features/people/web/index.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { KeyCustomerIcon } from '#kit/web/icons.tsx';
import type { Column } from '#kit/web/table/columns.ts';
import { customName, recordColumns } from '../domain/index.ts';
import type { Row } from './customers.ts';
import { RiskBadge } from './states.tsx';

const Choose = lazy(async () => ({ default: (await import('./choose.tsx')).Choose }));

/** What the list tells of every customer. Columns that can be sorted by are called as the address calls them. */
export function useColumns(choosing: Choosing | null): { readonly all: readonly Column<Row>[]; readonly roomy: ReadonlySet<string> } {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const room = useRoom();
  const own = useOwnColumns();
  const day = (on: string | null) => <Small>{on === null ? NONE : formats.date(on)}</Small>;
  const columns: readonly (Column<Row> & { needs?: Room })[] = [
    {
      id: 'name',
      label: say('customers.column.name'),
      cell: (row) =>
        choosing ? (
          <Suspense fallback={row.name}>
            <Choose name={row.name} isChosen={choosing.has(row.id)} onChange={(is) => choosing.put(row.id, is)} />
          </Suspense>
        ) : (
          <Name row={row} />
        ),
      width: 'minmax(10rem, 1fr)',
      isSortable: true,
      narrow: 'title',
      isFixed: true,
    },
    {
      id: 'stage',
      label: say('customers.column.stage'),
      cell: ({ stage }) => <Small>{say(`customers.stage.${stage}`)}</Small>,
      width: '5.25rem',
      narrow: 'line',
    },
    {
      id: 'risk',
      label: say('customers.column.risk'),
      cell: ({ risk }) => <RiskBadge risk={risk} />,
      width: '7.25rem',
      isSortable: true,
      narrow: 'line',
    },
    {
      id: 'value',
      label: say('customers.column.value'),
      cell: ({ valueMinor }) => (valueMinor === 0 ? NONE : formats.money(valueMinor, workspace.currency, { whole: true })),
      width: '4.75rem',
      isFigure: true,
      isSortable: true,
      narrow: 'aside',
    },
    {
      id: 'last_purchase',
      label: say('customers.column.last_purchase'),
      cell: ({ lastPurchaseOn }) => day(lastPurchaseOn),
      width: '5.5rem',
      isSortable: true,
      needs: 'some',
    },
    {
      id: 'next_due',
      label: say('customers.column.next_due'),
      cell: ({ nextDueOn }) => day(nextDueOn),
      width: '5.5rem',
      isSortable: true,
    },
    {
      id: 'last_contact',
      label: say('customers.column.last_contact'),
      cell: ({ lastContactAt }) => day(lastContactAt === null ? null : formats.dayOf(lastContactAt).toString()),
      width: '5.5rem',
      isSortable: true,
      needs: 'some',
    },
    {
      id: 'owner',
      label: say('customers.column.owner'),
      cell: ({ owner }) => <bdi className="block truncate text-sm text-ink-soft">{owner.name}</bdi>,
      width: '6.5rem',
      needs: 'much',
    },
    { id: 'number', label: say('customers.column.number'), cell: ({ externalId }) => <Small>{externalId ?? NONE}</Small>, width: '6rem' },
    { id: 'kind', label: say('customers.column.kind'), cell: ({ kind }) => <Small>{say(`customers.kind.${kind}`)}</Small>, width: '6rem' },
    {
      id: 'spent',
      label: say('customers.column.spent'),
      cell: ({ spentMinor }) => (spentMinor === 0 ? NONE : formats.money(spentMinor, workspace.currency, { whole: true })),
      width: '5rem',
      isFigure: true,
    },
    { id: 'visits', label: say('customers.column.visits'), cell: ({ visits }) => formats.number(visits), width: '4.5rem', isFigure: true },
    {
      id: 'pulse',
      label: say('customers.column.pulse'),
      cell: ({ pulse }) => (pulse === null ? NONE : formats.number(pulse)),
      width: '4rem',
      isFigure: true,
    },
    {
      id: 'open_promises',
      label: say('customers.column.open_promises'),
      cell: ({ openPromises }) => (openPromises === 0 ? NONE : formats.number(openPromises)),
      width: '5.5rem',
      isFigure: true,
    },
    {
      id: 'next_talk',
      label: say('customers.column.next_talk'),
      cell: ({ nextTalkOn }) => day(nextTalkOn),
      width: '5.5rem',
    },
    { id: 'country', label: say('customers.column.country'), cell: ({ country }) => <Small>{country ?? NONE}</Small>, width: '5rem' },
    {
      id: 'language',
      label: say('customers.column.language'),
      cell: ({ language }) => <Text>{language === null ? NONE : formats.languageName(language)}</Text>,
      width: '6rem',
    },
    ...recordColumns.map((id): Column<Row> => ({
      id,
      label: say(`customers.column.${id}`),
      cell: ({ record: { [id]: told } }) => <Text>{(typeof told === 'string' ? told : formats.list(told ?? [])) || NONE}</Text>,
      width: '8rem',
      narrow: 'line',
    })),
  ];
  const fits = columns.filter(({ needs }) => needs === undefined || room === 'much' || room === needs);
  return { all: [...columns, ...own], roomy: new Set(fits.map(({ id }) => id)) };
}

/** The workspace's own fields; nobody sees them before choosing them. */
function useOwnColumns(): readonly Column<Row>[] {
  const textOf = useCustomText();
  return useCustomFields()
    .filter(({ isArchived }) => !isArchived)
    .map((field): Column<Row> => {
      const isFigure = field.kind === 'number' || field.kind === 'money';
      return {
        id: customName(field.id),
        label: field.name,
        cell: ({ custom }) => {
          const value = custom[field.id];
          const text = value === undefined ? NONE : textOf(field, value);
          return isFigure ? text : <Text>{text}</Text>;
        },
        width: isFigure ? '6rem' : '8rem',
        isFigure,
        isSortable: true,
        narrow: 'line',
      };
    });
}

/** Customers are being chosen: whom, and what a tick does. */
export type Choosing = { readonly has: (id: string) => boolean; readonly put: (id: string, isChosen: boolean) => void };

/** Stands where there is nothing to tell. */
const NONE = '–';

/** The star of a key customer stands in the margin, as in a notebook, where there is one. */
function Name({ row }: { row: Row }) {
  const say = useMessages();
  return (
    <>
      <PersonName customer={row} />
      {row.isKey && (
        <>
          <KeyCustomerIcon className="max-md:ms-1.5 max-md:inline max-md:size-4 max-md:align-[-0.15em] md:absolute md:-start-5 md:top-0 md:h-full md:w-3.5 text-accent" />
          <span className="sr-only">{say('customers.key_mark')}</span>
        </>
      )}
    </>
  );
}

function Small({ children }: { children: ReactNode }) {
  return <span className="text-sm whitespace-nowrap text-ink-soft">{children}</span>;
}

function Text({ children }: { children: string }) {
  return (
    <span className="block truncate text-sm text-ink-soft">
      <bdi>{children}</bdi>
    </span>
  );
}

type Room = 'some' | 'much';

/** How much room the table has beside the navigation: on a tablet the less needed columns wait. On phones rows choose for themselves. */
function useRoom(): Room | 'little' {
  return useSyncExternalStore(
    (changed) => {
      for (const width of Object.values(widths)) width().addEventListener('change', changed);
      return () => {
        for (const width of Object.values(widths)) width().removeEventListener('change', changed);
      };
    },
    () => (widths.much().matches ? 'much' : widths.some().matches ? 'some' : 'little'),
  );
}

const widths = { some: mediaOf('(min-width: 68rem)'), much: mediaOf('(min-width: 80rem)') };

/** One and the same list each time, so that what listens to it can stop listening. */
function mediaOf(query: string): () => MediaQueryList {
  let list: MediaQueryList | undefined;
  return () => (list ??= matchMedia(query));
}
