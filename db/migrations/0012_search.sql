-- Finding anyone while typing.

-- Everything by which a customer is found besides the names: marked words (organizations, e-mails, telephone numbers, tags, the note); and the
-- digits of telephone numbers. Made by the application with `search_name`. Empty where they are still to be made, which the next refresh of all
-- customers does.
alter table customer add column search_rest text;
alter table customer add column search_digits text not null default '';
create index customer_without_search on customer (workspace_id, id) where search_rest is null;

-- The customers of a workspace lie in four drawers, each about eight times as large as the one before. Whom a common word fits is found in the first,
-- without collecting all the others; who bears a rare one is soon looked for in all four. A drawer is called after the end of its workspace's id and
-- a letter, which follows from the end of the customer's, where chance stands.
create function search_drawer(workspace_id uuid, id uuid) returns text
  language sql immutable parallel safe
  as $$
    select right(workspace_id::text, 8) || case
      when right(id::text, 3) collate "C" < '008' then 'a'
      when right(id::text, 3) collate "C" < '040' then 'b'
      when right(id::text, 3) collate "C" < '200' then 'c'
      else 'd'
    end
  $$;

-- Both texts are words parted by single spaces. The index knows each of them behind its drawer: with a column for the workspace every search would walk
-- along all customers of it.
create function search_words(workspace_id uuid, id uuid, search_name text, search_rest text) returns tsvector
  language sql immutable parallel safe
  as $$
    select array_to_tsvector(string_to_array(
      public.search_drawer(workspace_id, id)
        || replace(btrim(search_name || coalesce(search_rest, ''), ' '), ' ', ' ' || public.search_drawer(workspace_id, id)), ' '
    ))
  $$;

-- What is still to be entered into the index is read by every search, so it stays short.
create index customer_by_search on customer using gin (search_words(workspace_id, id, search_name, search_rest)) with (gin_pending_list_limit = 256);

-- Text search may not look at rows before row-level security does, so it goes through a function that filters by itself. What the planner guesses
-- of words that it has not seen must not lead it along another index. `wanted` is a query with a $ where the drawer belongs; they are
-- opened one after another until there are enough.
create policy operator on customer for select to tend_operator using (true);
grant select on customer to tend_operator;
create function find_customers(wanted text, most integer)
  returns table (customer_id uuid)
  language sql stable security definer rows 200
  set search_path = pg_catalog, public set enable_seqscan = off set enable_indexscan = off set enable_hashjoin = off set enable_mergejoin = off
  as $$
    select found.id
    from string_to_table('abcd', null) as drawer
    cross join lateral (
      select c.id from public.customer c
      where public.search_words(c.workspace_id, c.id, c.search_name, c.search_rest)
          @@ replace(wanted, '$', right(public.current_workspace()::text, 8) || drawer)::tsquery
        and c.workspace_id = (select public.current_workspace())
      limit most
    ) found
    limit most
  $$;

-- Those who matter most, where more fit than can be weighed against each other: key customers, and some of the asker's own. `wanted` are regular
-- expressions for their names.
create policy operator on key_customer for select to tend_operator using (true);
grant select on key_customer to tend_operator;
create function customers_at_hand(wanted text[], asker uuid)
  returns table (customer_id uuid)
  language plpgsql stable security definer rows 50
  set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan
  as $$
declare
  here uuid := public.current_workspace();
begin
  return query
    select distinct c.id from (
      (select c.id, c.search_name
       from public.key_customer k join public.customer c on c.workspace_id = k.workspace_id and c.id = k.customer_id
       where k.workspace_id = here and k.removed_on is null limit 200)
      union all
      (select c.id, c.search_name from public.customer c where c.workspace_id = here and c.owner_id = asker limit 200)
    ) c
    where c.search_name ~ all (wanted)
    limit 100;
end
$$;

-- Every word of a name that somebody bears, with one who bears it: where a letter slipped, the words that may have been meant are looked up
-- here. Two who bring the same word at the same moment both enter it, so that neither has to wait for the other.
create table search_word (
  workspace_id uuid not null,
  word text collate "C" not null,
  customer_id uuid not null,
  primary key (workspace_id, word, customer_id)
);
create index search_word_by_customer on search_word (workspace_id, customer_id);
call make_tenant_table('search_word');
create policy operator on search_word to tend_operator using (true) with check (true);
grant select, insert, update, delete on search_word to tend_operator;

create function remember_words() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'UPDATE' then
    insert into search_word (workspace_id, word, customer_id)
    select distinct on (a.workspace_id, w.word) a.workspace_id, w.word, a.id
    from after a join before b on b.workspace_id = a.workspace_id and b.id = a.id and b.search_name <> a.search_name
    cross join lateral string_to_table(a.search_name, ' ') as w (word)
    where w.word ~ '^[a-z]{3,}$'
      and not exists (select from search_word known where known.workspace_id = a.workspace_id and known.word = w.word);
  else
    insert into search_word (workspace_id, word, customer_id)
    select distinct on (a.workspace_id, w.word) a.workspace_id, w.word, a.id
    from after a cross join lateral string_to_table(a.search_name, ' ') as w (word)
    where w.word ~ '^[a-z]{3,}$'
      and not exists (select from search_word known where known.workspace_id = a.workspace_id and known.word = w.word);
  end if;
  return null;
end
$$;
create trigger remember_words after insert on customer referencing new table as after for each statement execute function remember_words();
create trigger remember_new_words after update on customer referencing old table as before new table as after
  for each statement execute function remember_words();

-- A word goes with the last who bears it, and passes to another one before.
create function forget_words() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, public set enable_seqscan = off set enable_indexscan = off
  as $$
begin
  with gone as (
    delete from public.search_word w using before b where w.workspace_id = b.workspace_id and w.customer_id = b.id
    returning w.workspace_id, w.word
  )
  insert into public.search_word (workspace_id, word, customer_id)
  select distinct on (gone.workspace_id, gone.word) gone.workspace_id, gone.word, heir.id
  from gone cross join lateral (
    select c.id from string_to_table('abcd', null) as drawer cross join lateral (
      select c.id from public.customer c
      where public.search_words(c.workspace_id, c.id, c.search_name, c.search_rest)
          @@ ('''' || right(gone.workspace_id::text, 8) || drawer || gone.word || '''')::tsquery
        and c.workspace_id = gone.workspace_id
      limit 1
    ) c
    limit 1
  ) heir
  on conflict do nothing;
  return null;
end
$$;
create trigger forget_words after delete on customer referencing old table as before for each statement execute function forget_words();

revoke execute on function find_customers, customers_at_hand, forget_words from public;
grant create on schema public to tend_operator;
alter function find_customers owner to tend_operator;
alter function customers_at_hand owner to tend_operator;
alter function forget_words owner to tend_operator;
revoke create on schema public from tend_operator;
grant execute on function find_customers, customers_at_hand to tend_app;
