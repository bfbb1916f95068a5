-- Clients by name, from their events.
create table personas.accounts (
  organization_id uuid primary key,
  name text not null
);
select kit.protect_table('personas.accounts');

-- The people at clients, and whether a persona may be made of them.
create table personas.subjects (
  contact_id uuid primary key,
  organization_id uuid not null,
  name text not null,
  title text not null,
  -- What they mean for the decision, by deal.
  roles jsonb not null default '{}',
  time_zone text not null default 'Asia/Shanghai',
  allowed boolean not null default true,
  -- Counts what has changed; a computation names the count it was made on.
  revision integer not null default 1,
  -- Set while something new waits to be read.
  stale_since timestamptz
);
create index subjects_of_a_client on personas.subjects (organization_id, name);
select kit.protect_table('personas.subjects');

-- What a person did, and their own words in it: nothing of what our side wrote is copied here.
create table personas.interactions (
  activity_id uuid not null,
  contact_id uuid not null references personas.subjects (contact_id) on delete cascade,
  organization_id uuid not null,
  channel text not null,
  direction text not null,
  occurred_at timestamptz not null,
  words text,
  primary key (activity_id, contact_id)
);
create index interactions_of_a_person on personas.interactions (contact_id, occurred_at);
select kit.protect_table('personas.interactions');

create table personas.versions (
  contact_id uuid not null references personas.subjects (contact_id) on delete cascade,
  number integer not null,
  organization_id uuid not null,
  traits jsonb not null,
  charts jsonb not null,
  engine jsonb not null,
  activities integer not null,
  with_words integer not null,
  computed_at timestamptz not null,
  primary key (contact_id, number)
);
select kit.protect_table('personas.versions');

-- What people say of somebody instead of what was worked out; holds over every version.
create table personas.edits (
  id uuid primary key,
  contact_id uuid not null references personas.subjects (contact_id) on delete cascade,
  organization_id uuid not null,
  key text not null,
  value text not null,
  action text not null check (action in ('set', 'dismiss')),
  by_name jsonb not null,
  at timestamptz not null,
  unique (contact_id, key, value)
);
select kit.protect_table('personas.edits');

-- A person who is forgotten is taken out of the log too, with what was published of their persona. The log stays append-only for
-- everything else: the restrictive policy lets no other topic be deleted.
create policy personas_forget on kit.events as restrictive for delete to app_user using (topic = 'persona_events');
grant delete on kit.events to app_user;
