-- What a notice is about, and who may see it: whoever may read the organisation, has the permission and, where it is meant
-- for one person, is that person.
alter table copilot.notices add column kind text not null default 'other';
alter table copilot.notices add column permission text not null default 'client.read';
alter table copilot.notices add column person_id uuid;
create index notices_by_time on copilot.notices (at desc, id desc);

-- Notices a person has read one by one; those before people.notices_read_to are read without a row.
create table copilot.notice_reads (
  user_id uuid not null,
  notice_id uuid not null,
  organization_id uuid not null,
  read_at timestamptz not null,
  primary key (user_id, notice_id)
);
select kit.protect_table('copilot.notice_reads', 'select, insert');

-- How a person wants to be told, in the person's own organisation. No row: as the product does by itself.
create table copilot.notice_settings (
  user_id uuid primary key,
  organization_id uuid not null,
  settings jsonb not null,
  appear_offline boolean not null default false,
  updated_at timestamptz not null
);
select kit.protect_table('copilot.notice_settings', 'select, insert, update');

-- A chat room outside that is told too. Its address is a secret and lies with the secrets.
create table copilot.notice_channels (
  id uuid primary key,
  organization_id uuid not null,
  kind text not null check (kind in ('slack', 'teams')),
  name text not null,
  language text not null,
  -- The end of the address, by which people tell two apart.
  hint text not null,
  level text not null,
  kinds text[] not null,
  detail text not null check (detail in ('kind', 'full')),
  enabled boolean not null,
  answered_at timestamptz,
  answer_ok boolean,
  answer text,
  created_by uuid not null,
  created_at timestamptz not null
);
create index notice_channels_of_organization on copilot.notice_channels (organization_id);
select kit.protect_table('copilot.notice_channels');

-- What is owed to whom: one row for one notice on one way to one receiver, so that none is sent twice.
create table copilot.deliveries (
  id uuid primary key,
  -- The receiver's own organisation.
  organization_id uuid not null,
  notice_id uuid not null,
  -- Whose notice it is: a client, or the vendor itself. Gone with it.
  client_id uuid not null,
  way text not null check (way in ('email', 'slack', 'teams')),
  -- A person, or a channel.
  target_id uuid not null,
  status text not null check (status in ('waiting', 'sending', 'sent', 'unconfirmed', 'failed', 'dropped')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  -- Rows that leave as one message share it.
  message_id uuid,
  claimed_at timestamptz,
  sent_at timestamptz,
  error text,
  created_at timestamptz not null,
  unique (notice_id, way, target_id)
);
create index deliveries_due on copilot.deliveries (next_at) where status in ('waiting', 'sending');
create index deliveries_of_target on copilot.deliveries (organization_id, target_id, sent_at);
select kit.protect_table('copilot.deliveries');
select kit.open_to_system('copilot.deliveries', 'select');

-- Which due date of a task was already said to be past.
alter table copilot.tasks add column overdue_told timestamptz;
create index tasks_due on copilot.tasks (due_at) where status in ('open', 'accepted');
select kit.open_to_system('copilot.tasks', 'select');
