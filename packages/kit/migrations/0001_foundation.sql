-- Roles: app_user works inside one tenant transaction; app_system moves the log along. Neither bypasses row level security.
do $$ begin create role app_user nologin; exception when duplicate_object then null; end $$;
do $$ begin create role app_system nologin; exception when duplicate_object then null; end $$;
do $$ begin
  execute format('grant app_user, app_system to %I', current_user);
exception when others then null; -- a superuser needs no membership, and cannot be granted one on some servers
end $$;

grant usage on schema kit to app_user, app_system;

create function kit.current_organizations() returns uuid[] language sql stable as $$
  select coalesce(nullif(current_setting('app.organization_ids', true), ''), '{}')::uuid[]
$$;
grant execute on function kit.current_organizations() to app_user, app_system;

-- Puts a table behind the tenancy gate. Every table of every service is created with a call to it.
create function kit.protect_table(target regclass, user_rights text default 'select, insert, update, delete')
returns void language plpgsql as $$
declare schema_name text;
begin
  select n.nspname into schema_name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target;
  execute format('grant usage on schema %I to app_user', schema_name);
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s to app_user using (organization_id = any ((select kit.current_organizations())::uuid[])) with check (organization_id = any ((select kit.current_organizations())::uuid[]))',
    target);
  execute format('grant %s on %s to app_user', user_rights, target);
end $$;

-- Lets the system role see a table across organisations: only for the log, the jobs and the sign-in lookup.
create function kit.open_to_system(target regclass, system_rights text) returns void language plpgsql as $$
declare schema_name text;
begin
  select n.nspname into schema_name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target;
  execute format('grant usage on schema %I to app_system', schema_name);
  execute format('create policy system on %s to app_system using (true) with check (true)', target);
  execute format('grant %s on %s to app_system', system_rights, target);
end $$;

create table kit.events (
  seq bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  id uuid not null unique,
  organization_id uuid not null,
  topic text not null,
  type text not null,
  version integer not null,
  occurred_at timestamptz not null default clock_timestamp(),
  actor text not null,
  trace_id text not null,
  payload jsonb not null
);
create index events_order on kit.events (xid, seq);
create index events_of_organization on kit.events (organization_id, xid, seq);
select kit.protect_table('kit.events', 'select, insert');
select kit.open_to_system('kit.events', 'select');

create table kit.consumers (
  name text primary key,
  xid xid8 not null,
  seq bigint not null,
  updated_at timestamptz not null default now()
);
alter table kit.consumers enable row level security;
alter table kit.consumers force row level security;
select kit.open_to_system('kit.consumers', 'select, insert, update, delete');

create table kit.inbox (
  consumer text not null,
  event_id uuid not null,
  organization_id uuid not null,
  handled_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
select kit.protect_table('kit.inbox', 'select, insert');
select kit.open_to_system('kit.inbox', 'select, delete');

-- Events waiting for a retry, and those queued behind them so that order per organisation holds.
create table kit.parked_events (
  consumer text not null,
  organization_id uuid not null,
  xid xid8 not null,
  seq bigint not null,
  attempts integer not null,
  next_at timestamptz not null,
  error text,
  primary key (consumer, seq)
);
create index parked_by_organization on kit.parked_events (consumer, organization_id, xid, seq);
select kit.protect_table('kit.parked_events', 'select');
select kit.open_to_system('kit.parked_events', 'select, insert, update, delete');

create table kit.dead_letters (
  id uuid primary key,
  consumer text not null,
  organization_id uuid not null,
  seq bigint not null,
  attempts integer not null,
  error text not null,
  failed_at timestamptz not null default now()
);
select kit.protect_table('kit.dead_letters', 'select, delete');
select kit.open_to_system('kit.dead_letters', 'select, insert, delete');

create table kit.job_requests (
  id uuid primary key,
  organization_id uuid not null,
  queue text not null,
  data jsonb not null,
  requested_at timestamptz not null default now()
);
select kit.protect_table('kit.job_requests', 'select, insert');
select kit.open_to_system('kit.job_requests', 'select, delete');

create table kit.audit_entries (
  id uuid primary key,
  organization_id uuid not null,
  occurred_at timestamptz not null default clock_timestamp(),
  actor text not null,
  action text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  reason text,
  trace_id text not null
);
create index audit_of_organization on kit.audit_entries (organization_id, occurred_at desc);
select kit.protect_table('kit.audit_entries', 'select, insert');

create table kit.idempotency_keys (
  organization_id uuid not null,
  key text not null,
  route text not null,
  status integer not null,
  response jsonb not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, route, key)
);
select kit.protect_table('kit.idempotency_keys', 'select, insert');
select kit.open_to_system('kit.idempotency_keys', 'select, delete');
