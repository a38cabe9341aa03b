import type { RawSearch } from '#kit/web/feature-page.ts';
import type { Sort } from '#kit/web/table/columns.ts';
import { readOrder, riskBands, stages } from '../domain/index.ts';
import { dayIn, type LookSearch } from './look-search.ts';

/** The state of the list as it stands in the address; what is as usual is left out. */
export type CustomersSearch = LookSearch & {
  /** A column, with a minus for downward. By name where it is left out. */
  readonly sort: string | undefined;
  /** Several are parted by commas. */
  readonly stage: string | undefined;
  readonly risk: string | undefined;
  readonly owner: string | undefined;
  readonly name: string | undefined;
  /** What else has to hold, as `writeConditions` writes it. */
  readonly where: string | undefined;
  /** Columns other than the usual, as `writeColumns` writes them. */
  readonly columns: string | undefined;
  /** The list is seen from its end. */
  readonly page: 'last' | undefined;
};

const usualSort: Sort = { by: 'name', descending: false };

export function customersSearch(raw: RawSearch): CustomersSearch {
  const order = readOrder(raw['sort'] ?? '') ?? usualSort;
  return {
    sort: sortText(order),
    stage: someOf(raw['stage'], stages),
    risk: someOf(raw['risk'], riskBands),
    owner: /^[0-9a-f-]{36}$/.test(raw['owner'] ?? '') ? raw['owner'] : undefined,
    name: raw['name']?.slice(0, 100),
    where: raw['where']?.slice(0, 4000) || undefined,
    columns: raw['columns']?.slice(0, 4000),
    asOf: dayIn(raw['asOf']),
    page: raw['page'] === 'last' ? 'last' : undefined,
  };
}

export function sortOf({ sort }: CustomersSearch): Sort {
  return readOrder(sort ?? '') ?? usualSort;
}

/** A sort as it stands in the address. */
export function sortText({ by, descending }: Sort): string | undefined {
  return by === usualSort.by && !descending ? undefined : `${descending ? '-' : ''}${by}`;
}

/** Those of a few that a text names, in their own order. None and all are both no choice. */
export function chosenOf<Name extends string>(text: string | undefined, names: readonly Name[]): readonly Name[] {
  const wanted = text?.split(',') ?? [];
  const chosen = names.filter((name) => wanted.includes(name));
  return chosen.length === names.length ? [] : chosen;
}

export function someOf(text: string | undefined, names: readonly string[]): string | undefined {
  return chosenOf(text, names).join(',') || undefined;
}

export function isFiltered({ stage, risk, owner, name, where }: CustomersSearch): boolean {
  return [stage, risk, owner, name, where].some((one) => one !== undefined && one !== '');
}

/** What a saved list keeps: whom it holds, in which order, with which columns. */
export type ViewState = { readonly [Part in 'sort' | 'stage' | 'risk' | 'owner' | 'name' | 'where' | 'columns']?: string | undefined };

export function viewStateOf({ sort, stage, risk, owner, name, where, columns }: CustomersSearch): ViewState {
  const state = { sort, stage, risk, owner, name, where, columns };
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined && value !== ''));
}
