import type pg from 'pg';
import type { Tx } from '#kit/server/db/index.ts';
import type { Candidate } from './rank.ts';

const columns = `c.id, c.kind, c.name, c.owner_id as "ownerId", c.deputy_id as "deputyId", c.search_name as "searchName",
  coalesce(c.search_rest, '') as "searchRest", c.search_digits as "searchDigits",
  exists (select from key_customer k where k.workspace_id = $1 and k.customer_id = c.id and k.removed_on is null) as "isKey"`;

async function ask<Row extends pg.QueryResultRow>(tx: Tx, text: string, values: readonly unknown[]): Promise<Row[]> {
  return (await tx.client.query<Row>(text, [tx.workspace, ...values])).rows;
}

/** Customers who fit a query of `typed.ts`, in no particular order. */
export async function search(tx: Tx, query: string, most: number): Promise<Candidate[]> {
  return await ask(
    tx,
    `select ${columns} from find_customers($2, $3) as found join customer c on c.workspace_id = $1 and c.id = found.customer_id`,
    [query, most],
  );
}

/** Of those who matter most, key customers and some of the asker's own, those whose names fit the expressions of `typed.ts`. */
export async function meet(tx: Tx, expressions: readonly string[], asker: string | undefined): Promise<Candidate[]> {
  return await ask(
    tx,
    `select ${columns} from customers_at_hand($2, $3) as found join customer c on c.workspace_id = $1 and c.id = found.customer_id`,
    [expressions, asker ?? null],
  );
}

/** Of the words of names in this workspace those that begin with one of `beginnings` or are one of `whole`; of the former no more than a few each. */
export async function knownWords(tx: Tx, beginnings: readonly string[], whole: readonly string[] = []): Promise<readonly string[]> {
  const rows = await ask<{ word: string }>(
    tx,
    `select w.word from unnest($2::text[]) as wanted cross join lateral (
       select word from search_word where workspace_id = $1 and word >= wanted and word < wanted || '{' order by word limit 5
     ) w
     union
     select word from search_word where workspace_id = $1 and word = any($3)`,
    [beginnings, whole],
  );
  return rows.map((row) => row.word);
}

/** What is shown of those who were found in the end, and everything by which they may have been. */
export type Details = {
  readonly id: string;
  readonly contactOnly: boolean;
  readonly latinName: string | null;
  readonly externalId: string | null;
  readonly nickname: string | null;
  readonly otherNames: string | null;
  readonly legalName: string | null;
  readonly note: string | null;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly tags: readonly string[];
  readonly organizations: readonly { readonly name: string; readonly untilOn: string | null }[];
};

export async function detailsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Details>> {
  if (ids.length === 0) return new Map();
  const rows = await ask<Details>(
    tx,
    `select c.id, c.contact_only as "contactOnly", c.latin_name as "latinName", c.external_id as "externalId", c.nickname,
       c.other_names as "otherNames", c.legal_name as "legalName", c.note,
       array(select p.value from contact_point p where p.workspace_id = $1 and p.customer_id = c.id and p.kind = 'email' order by p.place) as emails,
       array(select p.value from contact_point p where p.workspace_id = $1 and p.customer_id = c.id and p.kind = 'phone' order by p.place) as phones,
       array(
         select t.name from customer_tag ct join tag t on t.workspace_id = $1 and t.id = ct.tag_id
         where ct.workspace_id = $1 and ct.customer_id = c.id order by t.name
       ) as tags,
       coalesce((
         select json_agg(json_build_object('name', o.name, 'untilOn', r.until_on) order by r.until_on desc nulls first, o.sort_name)
         from contact_role r join customer o on o.workspace_id = $1 and o.id = r.organization_id
         where r.workspace_id = $1 and r.person_id = c.id
       ), '[]') as organizations
     from customer c where c.workspace_id = $1 and c.id = any($2::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
