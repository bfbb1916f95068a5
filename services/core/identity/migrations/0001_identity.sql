create table identity.organizations (
  organization_id uuid primary key,
  kind text not null check (kind in ('vendor', 'client')),
  name text not null,
  -- How two names are compared: width, case and spacing set aside.
  name_key text not null,
  website text,
  sample boolean not null default false,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index organizations_by_name on identity.organizations (name_key);
select kit.protect_table('identity.organizations', 'select, insert, update');
select kit.open_to_system('identity.organizations', 'select');

create table identity.users (
  id uuid primary key,
  -- The organisation the person belongs to: the vendor's for agents, the client's for client users.
  organization_id uuid not null,
  name_zh text not null,
  name_en text not null,
  roles text[] not null,
  demo boolean not null default false
);
select kit.protect_table('identity.users', 'select, insert, update');
select kit.open_to_system('identity.users', 'select');

-- Which organisations an agent may see; a client user has one row, the own organisation.
create table identity.assignments (
  user_id uuid not null,
  organization_id uuid not null,
  assigned_at timestamptz not null default now(),
  primary key (user_id, organization_id)
);
select kit.protect_table('identity.assignments', 'select, insert, delete');
select kit.open_to_system('identity.assignments', 'select');
