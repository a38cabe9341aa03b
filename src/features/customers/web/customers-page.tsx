import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { NewCustomerDialog } from '#features/people/web/index.ts';
import { Button, IconButton } from '#kit/web/button.tsx';
import { useCommands, type Command } from '#kit/web/commands.ts';
import { EmptyState } from '#kit/web/empty-state.tsx';
import type { PageProps } from '#kit/web/feature-page.ts';
import { useGo } from '#kit/web/go.ts';
import { useMessages, type Say } from '#kit/web/i18n/language.tsx';
import { CustomersIcon, ImportIcon, KeyCustomerIcon, MoreIcon, PlusIcon, SearchIcon } from '#kit/web/icons.tsx';
import { Menu } from '#kit/web/menu.tsx';
import { ButtonLink, DownloadLink } from '#kit/web/link.tsx';
import { announce } from '#kit/web/live-region.tsx';
import { Page } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { useRight } from '#kit/web/right.ts';
import type { Sort } from '#kit/web/table/columns.ts';
import { Table } from '#kit/web/table/table.tsx';
import { AsOf, PastNotice, usePastDay } from './as-of.tsx';
import type { Chosen } from './choosing.tsx';
import { readColumns, writeColumns } from './chosen-columns.ts';
import { ColumnsChoice } from './columns-choice.tsx';
import { useColumns, type Choosing } from './columns.tsx';
import { useCustomerPages, type Row } from './customers.ts';
import { isFiltered, sortOf, sortText, viewStateOf, type CustomersSearch, type ViewState } from './customers-search.ts';
import { Filters } from './filters.tsx';
import { useRememberList } from './last-list.ts';
import { MoreFilters } from './more-filters.tsx';
import { ViewsMenu } from './views-menu.tsx';

const ChoosingBar = lazy(async () => ({ default: (await import('./choosing.tsx')).ChoosingBar }));

/** Everyone who buys from us or may: found by name, stage, risk or owner, in any order, however many they are. */
export function CustomersPage({ search, setSearch }: PageProps<CustomersSearch>) {
  const say = useMessages();
  const go = useGo();
  const [isAdding, setAdding] = useState(false);
  const asOf = usePastDay(search.asOf);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { all, roomy } = useColumns(chosen && choosing(chosen, setChosen));
  const shown = readColumns(
    search.columns,
    all.map(({ id }) => id),
  );
  const columns = shown.flatMap(({ id, width }) => {
    const column = all.find((one) => one.id === id);
    // What is usual gives way on a small screen; what somebody chose does not.
    if (!column || (search.columns === undefined && !roomy.has(id))) return [];
    return [width === undefined ? column : { ...column, width: `${width}rem` }];
  });
  const pages = useCustomerPages(search, columns);
  const rows = pages.data?.pages.flatMap((page) => page.customers) ?? [];
  const count = useCountText(pages.data?.pages[0]?.count ?? null);
  const look = (change: Partial<CustomersSearch>, typing = false) => {
    setSearch({ ...change, page: undefined }, { replace: typing });
    window.scrollTo(0, 0);
  };
  useListCommands(() => setAdding(true));
  useRememberList(search);
  const exporting = useRight('exportCustomers');

  const isBare = pages.isSuccess && rows.length === 0 && !isFiltered(search);
  return (
    <Page
      title={say('customers.nav')}
      width="wide"
      actions={
        asOf === undefined && (
          <>
            <span className="contents max-md:hidden">
              <ButtonLink to="/key-customers" look="quiet" icon={KeyCustomerIcon}>
                {say('customers.keys')}
              </ButtonLink>
              <ButtonLink to="/duplicates" look="quiet" icon={CustomersIcon}>
                {say('customers.duplicates')}
              </ButtonLink>
              <Button needs="workWithCustomers" look={isBare ? 'plain' : 'main'} icon={PlusIcon} onPress={() => setAdding(true)}>
                {say('customers.new')}
              </Button>
            </span>
            <span className="flex gap-2 md:hidden">
              <Menu
                label={say('customers.more')}
                entries={[
                  { text: say('customers.keys'), icon: KeyCustomerIcon, run: () => go('/key-customers') },
                  { text: say('customers.duplicates'), icon: CustomersIcon, run: () => go('/duplicates') },
                ]}
                renderTrigger={(door) => <IconButton look="plain" icon={MoreIcon} label={say('customers.more')} {...door} />}
              />
              <IconButton
                needs="workWithCustomers"
                look={isBare ? 'plain' : 'main'}
                icon={PlusIcon}
                label={say('customers.new')}
                onPress={() => setAdding(true)}
              />
            </span>
          </>
        )
      }
    >
      <PastNotice asOf={asOf} onChange={(day) => look({ asOf: day })} />
      {isBare && asOf === undefined ? (
        <NobodyYet />
      ) : (
        <div className="flex flex-col gap-4">
          <Filters
            search={search}
            onChange={look}
            aside={
              <span className="ms-auto hidden md:block">
                <ColumnsChoice
                  columns={all}
                  chosen={shown}
                  onChange={(next) => setSearch({ columns: writeColumns(next) }, { replace: true })}
                />
              </span>
            }
          >
            <MoreFilters where={search.where} onChange={(where) => look({ where })} />
            <ViewsMenu search={search} onOpen={(state) => look({ ...everything, ...state })} />
            <AsOf asOf={asOf} onChange={(day) => look({ asOf: day })} />
          </Filters>
          <div className="flex min-h-10 items-center justify-between gap-4 text-sm text-ink-soft">
            <span className="flex flex-wrap items-center gap-x-2">
              {count}
              {isFiltered(search) && (
                <Button look="quiet" onPress={() => look(everyone)}>
                  {say('customers.filter.clear')}
                </Button>
              )}
            </span>
            <span className="-me-4 flex flex-wrap items-center">
              {asOf === undefined && rows.length > 0 && chosen === null && (
                <>
                  <Button look="quiet" onPress={() => setChosen(new Set())}>
                    {say('customers.choosing.begin')}
                  </Button>
                  <span className="max-md:hidden">
                    {exporting.may ? (
                      <DownloadLink href={`/api/customers.csv?${fileQuery(search, columns)}`}>{say('customers.download')}</DownloadLink>
                    ) : (
                      <Button look="quiet" needs="exportCustomers">
                        {say('customers.download')}
                      </Button>
                    )}
                  </span>
                </>
              )}
              {search.page === 'last' ? (
                <Button look="quiet" onPress={() => look({})}>
                  {say('customers.to_start')}
                </Button>
              ) : (
                pages.hasNextPage && (
                  <Button look="quiet" onPress={() => setSearch({ page: 'last' })}>
                    {say('customers.to_end')}
                  </Button>
                )
              )}
            </span>
          </div>
          {pages.isError && <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />}
          <div className={pages.isPlaceholderData ? 'opacity-60' : ''}>
            <Table<Row>
              key={search.page ?? 'first'}
              label={say('customers.nav')}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              {...(chosen === null ? { rowTo: (row: Row) => `/customers/${row.id}` } : {})}
              rowSearch={{ asOf }}
              sort={sortOf(search)}
              onSort={(sort) => look({ sort: sortText(firstWay(sort, sortOf(search))) })}
              startsAtEnd={search.page === 'last'}
              isLoading={pages.isPending || pages.isFetchingNextPage}
              {...(pages.hasNextPage && !pages.isFetching ? { onNearEnd: () => void pages.fetchNextPage() } : {})}
              {...(pages.hasPreviousPage && !pages.isFetching ? { onNearStart: () => void pages.fetchPreviousPage() } : {})}
              empty={pages.isError ? null : <NobodyFits onClear={() => look(everyone)} />}
            />
          </div>
          {chosen !== null && (
            <Suspense>
              <ChoosingBar chosen={chosen} count={count} search={search} onChoose={setChosen} onEnd={() => setChosen(null)} />
            </Suspense>
          )}
        </div>
      )}
      <NewCustomerDialog isOpen={isAdding} onClose={() => setAdding(false)} onMade={(customer) => go(`/customers/${customer.id}`)} />
    </Page>
  );
}

const everyone = { name: undefined, stage: undefined, risk: undefined, owner: undefined, where: undefined } as const;
const everything: ViewState = { ...everyone, sort: undefined, columns: undefined };

function choosing(chosen: Chosen, onChange: (chosen: Chosen) => void): Choosing {
  return {
    has: (id) => chosen === 'all' || chosen.has(id),
    put: (id, isChosen) => {
      // Whoever takes one out of everybody begins anew: those out of sight cannot be named.
      const next = new Set(chosen === 'all' ? [] : chosen);
      if (isChosen) next.add(id);
      else next.delete(id);
      onChange(next);
    },
  };
}

/** The list as a file, with the columns that are seen. */
function fileQuery(search: CustomersSearch, columns: readonly { readonly id: string }[]): string {
  const { columns: _, ...list } = viewStateOf(search);
  return new URLSearchParams({ ...(list as Record<string, string>), columns: columns.map(({ id }) => id).join(',') }).toString();
}

/** Most want to see first what is most at risk, and what was last. */
function firstWay(sort: Sort, before: Sort): Sort {
  const downward = ['risk', 'last_purchase'].includes(sort.by);
  return sort.by === before.by || !downward ? sort : { ...sort, descending: true };
}

function useCountText(count: { readonly known: number; readonly isMore: boolean } | null): string {
  const say = useMessages();
  const text = count === null ? '' : say(count.isMore ? 'customers.count_more' : 'customers.count', { count: count.known });
  useEffect(() => {
    if (text !== '') announce(text);
  }, [text]);
  return text;
}

/** `/` goes to the name, `n` makes a customer. */
function useListCommands(add: () => void): void {
  const say = useMessages();
  const [begin] = useState(() => add);
  const commands = useMemo(() => listCommands(say, begin), [say, begin]);
  useCommands('list of customers', commands);
}

function listCommands(say: Say, add: () => void): readonly Command[] {
  const find = () => document.querySelector<HTMLElement>('[data-find] input')?.focus();
  return [
    { id: 'find a customer', group: 'do', label: say('customers.find_command'), icon: SearchIcon, keys: '/', run: find },
    { id: 'new customer', group: 'do', label: say('customers.new'), icon: PlusIcon, keys: 'n', run: add },
  ];
}

function NobodyYet() {
  const say = useMessages();
  const { may, reason } = useRight('importData');
  return (
    <EmptyState
      icon={CustomersIcon}
      title={say('customers.empty.title')}
      actions={
        may && (
          <>
            <ButtonLink to="/import" look="main" icon={ImportIcon}>
              {say('customers.empty.import')}
            </ButtonLink>
            <ButtonLink to="/contacts/import">{say('customers.empty.contacts')}</ButtonLink>
            <ButtonLink to="/start">{say('customers.empty.sample')}</ButtonLink>
          </>
        )
      }
    >
      {may ? say('customers.empty.text') : reason}
    </EmptyState>
  );
}

function NobodyFits({ onClear }: { onClear: () => void }) {
  const say = useMessages();
  return (
    <EmptyState
      icon={SearchIcon}
      title={say('customers.empty.filtered')}
      actions={<Button onPress={onClear}>{say('customers.filter.clear')}</Button>}
    />
  );
}
