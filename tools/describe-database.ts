import type pg from 'pg';

/**
 * A database's own schema as SQL, for people: tables with their constraints, indexes, policies and rights, then functions.
 * Read from the catalogs in a fixed order, so that the same schema always gives the same text. What this does not know how
 * to describe is an error, not an omission.
 */
export async function describeDatabase(client: pg.Client): Promise<string> {
  await refuseTheUnknown(client);
  const parts = [await extensions(client), await enums(client), await collations(client)];
  for (const table of await tables(client)) parts.push(await describeTable(client, table));
  parts.push(await views(client), ...(await functions(client)));
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

type Table = {
  readonly oid: string;
  readonly name: string;
  readonly options: string[] | null;
  readonly secured: boolean;
  readonly forced: boolean;
};

async function refuseTheUnknown(client: pg.Client): Promise<void> {
  const unknown = await lines(
    client,
    `select c.relkind::text || ' ' || c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind not in ('r', 'p', 'i', 'I', 'v', 't')
       and not ${ofExtension('c.oid', 'pg_class')}
     union all
     select t.typtype::text || ' ' || t.typname from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype in ('d', 'r', 'm')
       and not ${ofExtension('t.oid', 'pg_type')}
     union all
     select 'statistics ' || stxname from pg_statistic_ext where stxnamespace = 'public'::regnamespace`,
  );
  if (unknown.length > 0) throw new Error(`tools/describe-database.ts does not describe: ${unknown.join(', ')}`);
}

async function extensions(client: pg.Client): Promise<string> {
  return (
    await lines(client, `select 'create extension ' || quote_ident(extname) || ';' from pg_extension where extname <> 'plpgsql' order by 1`)
  ).join('\n');
}

async function enums(client: pg.Client): Promise<string> {
  const found = await lines(
    client,
    `select format('create type %I as enum (%s);', t.typname, string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder))
     from pg_type t join pg_enum e on e.enumtypid = t.oid where t.typnamespace = 'public'::regnamespace group by t.typname order by t.typname`,
  );
  return found.join('\n');
}

async function collations(client: pg.Client): Promise<string> {
  const found = await lines(
    client,
    `select format('create collation %I (provider = icu, locale = %L%s);', collname, colllocale, coalesce(', rules = ' || quote_literal(collicurules), ''))
     from pg_collation where collnamespace = 'public'::regnamespace order by collname`,
  );
  return found.join('\n');
}

async function tables(client: pg.Client): Promise<Table[]> {
  const found = await client.query<Table>(
    `select c.oid, quote_ident(c.relname) as name, c.reloptions as options, c.relrowsecurity as secured, c.relforcerowsecurity as forced
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not ${ofExtension('c.oid', 'pg_class')}
     order by c.relname`,
  );
  return found.rows;
}

async function describeTable(client: pg.Client, table: Table): Promise<string> {
  const columns = await lines(
    client,
    `select concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
       case when a.attcollation <> t.typcollation then 'collate ' || quote_ident(col.collname) end,
       case when a.attnotnull then 'not null' end,
       case when a.attidentity <> '' then 'generated always as identity' end,
       case when a.attgenerated = 's' then 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
            when a.attgenerated = 'v' then 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ')'
            when d.adbin is not null then 'default ' || pg_get_expr(d.adbin, d.adrelid) end)
     from pg_attribute a
     join pg_type t on t.oid = a.atttypid
     left join pg_collation col on col.oid = a.attcollation
     left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [table.oid],
  );
  const constraints = await lines(
    client,
    `select case when contype in ('p', 'u', 'f') then '' else format('constraint %I ', conname) end || pg_get_constraintdef(oid)
     from pg_constraint where conrelid = $1 and contype <> 'n' order by array_position(array['p', 'u', 'c', 'f', 'x', 't']::"char"[], contype), conname`,
    [table.oid],
  );
  const body = [...columns, ...constraints].map((line) => `  ${line}`).join(',\n');
  const options = table.options ? ` with (${table.options.join(', ')})` : '';
  return [
    `create table ${table.name} (\n${body}\n)${options};`,
    ...(await indexes(client, table)),
    ...(table.secured ? [`alter table ${table.name} enable row level security;`] : []),
    ...(table.forced ? [`alter table ${table.name} force row level security;`] : []),
    ...(await policies(client, table)),
    ...(await triggers(client, table)),
    ...(await grants(client, `select relacl from pg_class where oid = $1`, table.oid, table.name)),
  ].join('\n');
}

async function indexes(client: pg.Client, table: Table): Promise<string[]> {
  return await lines(
    client,
    `select replace(pg_get_indexdef(i.indexrelid), ' ON public.', ' ON ') || ';' from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = $1 and not exists (select from pg_constraint con where con.conindid = i.indexrelid and con.contype in ('p', 'u', 'x')) order by c.relname`,
    [table.oid],
  );
}

async function policies(client: pg.Client, table: Table): Promise<string[]> {
  return await lines(
    client,
    `select concat_ws(' ', format('create policy %I on ${table.name}', p.polname),
       case when not p.polpermissive then 'as restrictive' end,
       case p.polcmd when 'r' then 'for select' when 'a' then 'for insert' when 'w' then 'for update' when 'd' then 'for delete' end,
       case when p.polroles <> '{0}' then 'to ' || (select string_agg(quote_ident(rolname), ', ' order by rolname) from pg_roles where oid = any (p.polroles)) end,
       case when p.polqual is not null then 'using (' || pg_get_expr(p.polqual, p.polrelid) || ')' end,
       case when p.polwithcheck is not null then 'with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')' end) || ';'
     from pg_policy p where p.polrelid = $1 order by p.polname`,
    [table.oid],
  );
}

async function triggers(client: pg.Client, table: Table): Promise<string[]> {
  return await lines(
    client,
    `select pg_get_triggerdef(oid) || ';' from pg_trigger where tgrelid = $1 and not tgisinternal order by tgname`,
    [table.oid],
  );
}

async function views(client: pg.Client): Promise<string> {
  const found = await lines(
    client,
    `select format(E'create view %I as\\n%s', c.relname, pg_get_viewdef(c.oid)) from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'v' and not ${ofExtension('c.oid', 'pg_class')} order by c.relname`,
  );
  return found.join('\n\n');
}

async function functions(client: pg.Client): Promise<string[]> {
  const found = await client.query<{ oid: string; kind: string; signature: string; text: string; operator: boolean }>(
    `select p.oid, case p.prokind when 'p' then 'procedure' else 'function' end as kind,
       format('%I(%s)', p.proname, pg_get_function_identity_arguments(p.oid)) as signature,
       pg_get_functiondef(p.oid) as text, pg_get_userbyid(p.proowner) = 'tend_operator' as operator
     from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p') and not ${ofExtension('p.oid', 'pg_proc')}
     order by p.proname, pg_get_function_identity_arguments(p.oid)`,
  );
  const described: string[] = [];
  for (const { oid, kind, signature, text, operator } of found.rows) {
    const rights = await grants(
      client,
      'select coalesce(proacl, acldefault($$f$$, proowner)) from pg_proc where oid = $1',
      oid,
      `${kind} ${signature}`,
    );
    const owner = operator ? [`alter ${kind} ${signature} owner to tend_operator;`] : [];
    described.push(
      [
        `${text
          .replace('CREATE OR REPLACE ', 'CREATE ')
          .replace(/ (FUNCTION|PROCEDURE) public\./, ' $1 ')
          .trimEnd()};`,
        ...owner,
        ...rights,
      ].join('\n'),
    );
  }
  return described;
}

// Rights of everyone but the owner, a line for each who has some.
async function grants(client: pg.Client, list: string, oid: string, target: string): Promise<string[]> {
  const found = await client.query<{ grantee: string; rights: string[] }>(
    `select coalesce(quote_ident(r.rolname), 'public') as grantee, array_agg(a.privilege_type order by a.privilege_type) as rights
     from (${list}) as held(acl) cross join aclexplode(held.acl) a left join pg_roles r on r.oid = a.grantee
     where a.grantee <> a.grantor group by 1 order by 1`,
    [oid],
  );
  return found.rows.map(
    ({ grantee, rights }) => `grant ${rights.map((right) => right.toLowerCase()).join(', ')} on ${target} to ${grantee};`,
  );
}

function ofExtension(oid: string, catalog: string): string {
  return `exists (select from pg_depend dep where dep.classid = '${catalog}'::regclass and dep.objid = ${oid} and dep.deptype = 'e')`;
}

async function lines(client: pg.Client, query: string, parameters: readonly unknown[] = []): Promise<string[]> {
  const found = await client.query<[string]>({ text: query, values: [...parameters], rowMode: 'array' });
  return found.rows.map(([line]) => line);
}
