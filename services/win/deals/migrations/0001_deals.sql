-- Clients by name, from their events: lists and search do not ask another service.
create table deals.accounts (
  organization_id uuid primary key,
  name text not null
);
select kit.protect_table('deals.accounts');

create table deals.deals (
  id uuid primary key,
  organization_id uuid not null,
  title text not null,
  stage text not null,
  stage_since timestamptz not null,
  amount_minor bigint not null,
  currency text not null,
  -- In CNY at the planning rate of the day it was entered: sums and order need one unit.
  amount_cny double precision not null,
  close_date date not null,
  source text not null,
  products text[] not null,
  competitors text[] not null,
  owner_id uuid not null,
  owner_name jsonb not null,
  outcome jsonb,
  pushes integer not null default 0,
  -- Kept up with the deal's contacts, activities and tasks: pages of thousands are drawn without counting them again.
  contacts integer not null default 0,
  roles text[] not null default '{}',
  activities integer not null default 0,
  inbound integer not null default 0,
  first_activity_at timestamptz,
  last_activity_at timestamptz,
  next_step_on date,
  created_at timestamptz not null,
  closed_at timestamptz,
  revision integer not null default 1,
  search_text text not null,
  import_id uuid
);
create index deals_by_close_date on deals.deals (stage, close_date, id);
create index deals_of_a_client on deals.deals (organization_id, stage);
create index deals_of_an_import on deals.deals (import_id) where import_id is not null;
select kit.protect_table('deals.deals');

create table deals.contacts (
  id uuid primary key,
  organization_id uuid not null,
  name text not null,
  title text not null,
  email text not null,
  phone text not null,
  notes text not null,
  revision integer not null default 1,
  created_at timestamptz not null,
  import_id uuid
);
create index contacts_of_a_client on deals.contacts (organization_id, name);
select kit.protect_table('deals.contacts');

create table deals.deal_contacts (
  deal_id uuid not null references deals.deals (id) on delete cascade,
  contact_id uuid not null references deals.contacts (id) on delete cascade,
  organization_id uuid not null,
  role text not null,
  added_at timestamptz not null,
  primary key (deal_id, contact_id)
);
create index deals_of_a_contact on deals.deal_contacts (contact_id);
select kit.protect_table('deals.deal_contacts');

create table deals.activities (
  id uuid primary key,
  organization_id uuid not null,
  deal_id uuid not null references deals.deals (id) on delete cascade,
  kind text not null,
  direction text not null,
  occurred_at timestamptz not null,
  subject text not null,
  text text not null,
  contact_ids uuid[] not null,
  by_name jsonb not null,
  created_at timestamptz not null
);
create index activities_of_a_deal on deals.activities (deal_id, occurred_at desc);
create index activities_of_a_contact on deals.activities using gin (contact_ids);
select kit.protect_table('deals.activities');

create table deals.tasks (
  id uuid primary key,
  organization_id uuid not null,
  deal_id uuid not null references deals.deals (id) on delete cascade,
  title text not null,
  due_on date not null,
  done_at timestamptz,
  created_at timestamptz not null
);
create index tasks_of_a_deal on deals.tasks (deal_id, due_on);
select kit.protect_table('deals.tasks');

-- What was changed on a deal, when and by whom.
create table deals.changes (
  id uuid primary key,
  organization_id uuid not null,
  deal_id uuid not null references deals.deals (id) on delete cascade,
  kind text not null,
  before text,
  after text not null,
  by_name jsonb not null,
  at timestamptz not null
);
create index changes_of_a_deal on deals.changes (deal_id, at desc);
select kit.protect_table('deals.changes');
