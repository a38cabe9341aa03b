import type { Tx } from '#kit/server/db/index.ts';
import type { TagName } from '../../domain/index.ts';
import { newId } from '#kit/server/ids.ts';

export type TagRow = { readonly id: string; readonly name: string };

const countedAtMost = 1000;

/** All tags of the workspace by name, with how many customers have each, counted no further than 1,000. */
export async function listTags(tx: Tx): Promise<(TagRow & { customers: number })[]> {
  const { rows } = await tx.client.query<TagRow & { customers: number }>(
    `select t.id, t.name, (
       select count(*)::int from (select from customer_tag c where c.workspace_id = $1 and c.tag_id = t.id limit $2) counted
     ) as customers
     from tag t where t.workspace_id = $1 order by t.name collate "names", t.id`,
    [tx.workspace, countedAtMost],
  );
  return rows;
}

export async function listTagsOf(tx: Tx, customer: string): Promise<TagRow[]> {
  const { rows } = await tx.client.query<TagRow>(
    `select t.id, t.name from customer_tag c join tag t on t.workspace_id = c.workspace_id and t.id = c.tag_id
     where c.workspace_id = $1 and c.customer_id = $2 order by t.name collate "names", t.id`,
    [tx.workspace, customer],
  );
  return rows;
}

/** What tags are called, by id. */
export async function namesOfTags(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.client.query<TagRow>('select id, name from tag where workspace_id = $1 and id = any($2)', [tx.workspace, ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The ids of tags by their folded names; those there are not yet are made. */
export async function ensureTags(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string | null,
  names: readonly TagName[],
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const folded = names.map(({ foldedName }) => foldedName);
  await tx.client.query(
    `insert into tag (workspace_id, id, name, folded_name, made_by, made_at)
     select $1, n.id, n.name, n.folded_name, $2, $3 from unnest($4::uuid[], $5::text[], $6::text[]) as n (id, name, folded_name)
     on conflict (workspace_id, folded_name) do nothing`,
    [tx.workspace, colleague, now.toString(), names.map(() => newId(now.epochMilliseconds)), names.map(({ name }) => name), folded],
  );
  const { rows } = await tx.client.query<{ id: string; folded: string }>(
    'select id, folded_name as folded from tag where workspace_id = $1 and folded_name = any($2)',
    [tx.workspace, folded],
  );
  return new Map(rows.map((row) => [row.folded, row.id]));
}

/** A customer and a tag that one was given, or lost. */
export type Tagging = { readonly customer: string; readonly tag: string };

/** Gives customers tags; answers what was new. */
export async function insertTaggings(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string | null,
  taggings: readonly Tagging[],
): Promise<Tagging[]> {
  const { rows } = await tx.client.query<Tagging>(
    `insert into customer_tag (workspace_id, customer_id, tag_id, tagged_by, tagged_at)
     select $1, c.id, t.id, $2, $3 from unnest($4::uuid[], $5::uuid[]) as n (customer_id, tag_id)
       join customer c on c.workspace_id = $1 and c.id = n.customer_id join tag t on t.workspace_id = $1 and t.id = n.tag_id
     on conflict do nothing returning customer_id as customer, tag_id as tag`,
    [tx.workspace, colleague, now.toString(), taggings.map(({ customer }) => customer), taggings.map(({ tag }) => tag)],
  );
  return rows;
}

/** Takes tags from customers; answers what was taken. */
export async function deleteTaggings(tx: Tx, customers: readonly string[], tags: readonly string[]): Promise<Tagging[]> {
  const { rows } = await tx.client.query<Tagging>(
    `delete from customer_tag where workspace_id = $1 and customer_id = any($2) and tag_id = any($3)
     returning customer_id as customer, tag_id as tag`,
    [tx.workspace, customers, tags],
  );
  return rows;
}

/** Tags that nobody has any more are no tags. */
export async function forgetUnusedTags(tx: Tx, tags: readonly string[]): Promise<void> {
  await tx.client.query(
    `delete from tag t where t.workspace_id = $1 and t.id = any($2)
       and not exists (select from customer_tag c where c.workspace_id = $1 and c.tag_id = t.id)`,
    [tx.workspace, tags],
  );
}
