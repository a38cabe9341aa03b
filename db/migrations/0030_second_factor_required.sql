-- A business may require a second factor of everyone who signs in to it with a password.
alter table workspace add column requires_second_factor boolean not null default false;

-- By what somebody showed who they are when a session began, or since.
alter table account_session add column proven_by text not null default 'password'
  check (proven_by in ('password', 'code', 'passkey', 'provider'));

-- Who had a second factor was asked for it; who has no password was let in by something else.
update account_session s set proven_by = case when a.has_second_factor then 'code' else 'passkey' end
from account a
where a.id = s.account_id
  and (
    a.has_second_factor
    or not exists (select 1 from account_credential c where c.account_id = a.id and c.provider_id = 'credential' and c.password is not null)
  );

-- Whether one does so is asked before it is known in which workspace somebody works.
drop function list_workspaces();
create function list_workspaces()
  returns table (id uuid, name text, language text, time_zone text, refreshed_on date, requires_second_factor boolean)
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select workspace_id, name, language, time_zone, refreshed_on, requires_second_factor
    from public.workspace order by created_at, workspace_id
  $$;
revoke execute on function list_workspaces from public;
grant create on schema public to tend_operator;
alter function list_workspaces owner to tend_operator;
revoke create on schema public from tend_operator;
grant execute on function list_workspaces to tend_app;
