-- What the organisation calls its stages and what it asks of a deal at each; fields of its own.
create table deals.settings (
  organization_id uuid primary key,
  stages jsonb not null,
  fields jsonb not null,
  revision integer not null
);
select kit.protect_table('deals.settings');
alter table deals.deals
  add column custom jsonb not null default '{}',
  -- What the owner says of it for the forecast.
  add column forecast text not null default 'pipeline';
alter table deals.contacts add column custom jsonb not null default '{}';

-- An e-mail is known by its Message-ID; those it answers lead to the deal.
alter table deals.activities add column message_id text;
create unique index activities_of_a_message on deals.activities (organization_id, message_id) where message_id is not null;
create index contacts_by_email on deals.contacts (lower(email)) where email <> '';

create table deals.files (
  id uuid primary key,
  organization_id uuid not null,
  deal_id uuid not null references deals.deals (id) on delete cascade,
  name text not null,
  kind text not null,
  media_type text not null,
  bytes integer not null,
  sha256 text not null,
  by_name jsonb not null,
  at timestamptz not null
);
create index files_of_a_deal on deals.files (deal_id, at desc);
select kit.protect_table('deals.files');

-- E-mails for which no deal was found, each kept as it came until its owner files or discards it.
create table deals.mails (
  id uuid primary key,
  organization_id uuid not null,
  user_id uuid not null,
  message_id text not null,
  sender text not null,
  recipients text not null,
  subject text not null,
  text text not null,
  sent_at timestamptz not null,
  attachments integer not null,
  why jsonb not null,
  candidates uuid[] not null,
  at timestamptz not null
);
create unique index mails_of_a_person on deals.mails (organization_id, user_id, message_id);
select kit.protect_table('deals.mails');

-- A mailbox that is read for its owner; the password stands with the secrets.
create table deals.mailboxes (
  user_id uuid primary key,
  organization_id uuid not null,
  host text not null,
  port integer not null,
  secure boolean not null,
  user_name text not null,
  folder text not null,
  -- Where reading stopped: validity and last uid of the folder.
  validity text,
  last_uid bigint not null default 0,
  fetched_at timestamptz,
  problem jsonb
);
select kit.protect_table('deals.mailboxes');

create table deals.views (
  id uuid primary key,
  organization_id uuid not null,
  user_id uuid not null,
  name text not null,
  search jsonb not null,
  shared boolean not null,
  by_name jsonb not null,
  at timestamptz not null
);
create index views_of_an_organisation on deals.views (organization_id, user_id);
select kit.protect_table('deals.views');

-- What bulk edits and merges changed, as it stood before: they can be taken back. One row a record, under its own client.
create table deals.care_steps (
  operation_id uuid not null,
  subject_id uuid not null,
  organization_id uuid not null,
  kind text not null,
  -- What was there before, as the kind keeps it.
  before jsonb not null,
  -- The revision the change left behind; a record somebody has worked on since is not turned back.
  revision integer not null,
  text jsonb not null,
  user_id uuid not null,
  by_name jsonb not null,
  at timestamptz not null,
  undone_at timestamptz,
  primary key (operation_id, subject_id)
);
create index care_steps_by_time on deals.care_steps (organization_id, at desc);
select kit.protect_table('deals.care_steps');
