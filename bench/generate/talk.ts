/**
 * What was said and promised, as SQL on the customers that are there already; $1 is the workspace, $2 the day of looking. Each customer was talked to
 * five times and promised something twice within three years, and one in a hundred, up to four hundred, is a key customer.
 */
export const talk: readonly string[] = [
  `insert into touchpoint (workspace_id, id, customer_id, colleague_id, kind, direction, reached, happened_at, minutes, pulse, summary, logged_at)
   select $1, uuidv7(happened_at - now()), customer_id, owner_id, kind, direction, direction = 'in' or chance < 0.7, happened_at,
     case when kind = 'call' then 1 + floor(chance * 20)::int end, case when chance < 0.2 then 1 + floor(chance * 25)::int end, 'Talked about the last order', happened_at
   from (
     select id as customer_id, owner_id, (array['call', 'email', 'message', 'visit', 'call'])[1 + floor(random() * 5)::int] as kind,
       case when random() < 0.4 then 'in' else 'out' end as direction, random() as chance,
       known_since_on + ($2::date - known_since_on) * random() * interval '1 day' as happened_at
     from customer, generate_series(1, 5) where workspace_id = $1
   ) said order by happened_at`,
  `insert into promise (workspace_id, id, customer_id, what, giver_id, owner_id, counts_for_id, given_at, due_at, state, ended_at, counted_at, changed_at)
   select $1, uuidv7(given_at - now()), customer_id, 'Send the new price list', owner_id, owner_id, owner_id, given_at, due_at,
     case when ended_at is null then 'open' else 'kept' end, ended_at, coalesce(ended_at, due_at), coalesce(ended_at, given_at)
   from (
     select customer_id, owner_id, given_at, due_at, case when due_at < $2::date - (random() * 10)::int then due_at - interval '1 hour' end as ended_at
     from (
       select *, given_at + random() * interval '30 days' as due_at from (
         select id as customer_id, owner_id, $2::date - random() * interval '1095 days' as given_at
         from customer, generate_series(1, 2) where workspace_id = $1
       ) given
     ) due
   ) ended order by given_at`,
  `insert into promise_event (workspace_id, id, promise_id, number, kind, happened_at, colleague_id, due_at)
   select workspace_id, uuidv7(given_at - now()), id, 1, 'given', given_at, owner_id, due_at from promise where workspace_id = $1 and $2::date is not null
   union all
   select workspace_id, uuidv7(ended_at - now()), id, 2, 'kept', ended_at, owner_id, null from promise where workspace_id = $1 and ended_at is not null`,
  `insert into key_customer (workspace_id, customer_id, reason, listed_by, listed_on, review_on)
   select workspace_id, id, 'Buys for a whole office', owner_id, $2::date - 200, $2::date + 165
   from customer where workspace_id = $1 and abs(hashtext(id::text)) % 100 = 1 limit 400`,
];
