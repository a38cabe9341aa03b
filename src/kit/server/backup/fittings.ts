import type pg from 'pg';

/** Statements that take off a schema what hinders the loading of rows that fit together only as a whole, and put it back as it was. */
export type Fittings = { readonly takeOff: readonly string[]; readonly putBack: readonly string[] };

/**
 * Foreign keys, indexes, triggers, and row-level security as far as it binds the owner too. Put back, keys and indexes are made over all rows at once, which checks them and is far
 * quicker than row by row.
 */
export async function readFittings(client: pg.Client): Promise<Fittings> {
  const { rows } = await client.query<{ off: string; back: string }>(`
    with ours as (select c.oid, format('public.%I', c.relname) as name, c.relforcerowsecurity as is_forced
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition)
    select format('alter table %s drop constraint %I', t.name, con.conname) as off,
      format('alter table %s add constraint %I %s', t.name, con.conname, pg_get_constraintdef(con.oid)) as back, 4 as place
    from pg_constraint con join ours t on t.oid = con.conrelid where con.contype = 'f' and con.conparentid = 0
    union all
    select format('drop index public.%I', c.relname), pg_get_indexdef(i.indexrelid), 3
    from pg_index i join ours t on t.oid = i.indrelid join pg_class c on c.oid = i.indexrelid
    where not exists (select from pg_constraint con where con.conindid = i.indexrelid)
    union all
    select format('alter table %s disable trigger %I', t.name, tg.tgname), format('alter table %s enable trigger %I', t.name, tg.tgname), 2
    from pg_trigger tg join ours t on t.oid = tg.tgrelid where not tg.tgisinternal and tg.tgenabled = 'O'
    union all
    select format('alter table %s no force row level security', t.name), format('alter table %s force row level security', t.name), 1
    from ours t where t.is_forced
    order by place desc, off`);
  return { takeOff: rows.map(({ off }) => off), putBack: rows.toReversed().map(({ back }) => back) };
}
