-- One row a client: what the list shows, kept up by reactions to every event.
create table copilot.clients (
  organization_id uuid primary key,
  name text not null,
  -- Name, industry and the last line, folded: what the list is searched by.
  search_text text not null,
  stage text not null default 'sales' check (stage in ('sales', 'onboarding', 'support', 'success')),
  stage_since timestamptz not null,
  industry_id text,
  -- Logarithm of the decayed weight of what happened: its order does not change with time.
  heat double precision not null,
  good double precision not null default 0,
  bad double precision not null default 0,
  mood_at timestamptz not null,
  health integer not null default 60,
  health_before integer not null default 60,
  opportunity double precision,
  last_zh text,
  last_en text,
  last_at timestamptz not null,
  waiting integer not null default 0
);
select kit.protect_table('copilot.clients', 'select, insert, update');

create table copilot.timeline (
  id uuid primary key,
  organization_id uuid not null,
  kind text not null,
  type text not null,
  form text not null check (form in ('card', 'line')),
  title jsonb not null,
  text jsonb,
  occurred_at timestamptz not null,
  actor text not null,
  shares jsonb,
  weight double precision not null
);
create index timeline_of_client on copilot.timeline (organization_id, occurred_at desc, id desc);
create index timeline_of_kind on copilot.timeline (organization_id, kind, occurred_at desc, id desc);
select kit.protect_table('copilot.timeline', 'select, insert');

create table copilot.tasks (
  id uuid primary key,
  organization_id uuid not null,
  -- One task for one reason: the same event twice, or a second one of the same story, makes no second task.
  key text not null,
  rule text not null,
  title jsonb not null,
  reason jsonb not null,
  outcome jsonb,
  action text not null,
  status text not null check (status in ('open', 'accepted', 'deferred', 'dismissed', 'done')),
  impact double precision not null,
  due_at timestamptz,
  deferred_until timestamptz,
  event_ids uuid[] not null,
  feedback text,
  decided_by uuid,
  decided_at timestamptz,
  created_at timestamptz not null,
  unique (organization_id, key)
);
create index tasks_open on copilot.tasks (organization_id, status);
select kit.protect_table('copilot.tasks', 'select, insert, update');

create table copilot.notices (
  id uuid primary key,
  organization_id uuid not null,
  level text not null check (level in ('critical', 'warning', 'info')),
  text jsonb not null,
  event_id uuid not null,
  at timestamptz not null
);
create index notices_of_client on copilot.notices (organization_id, at desc, id desc);
select kit.protect_table('copilot.notices', 'select, insert');

-- Of a person, in the person's own organisation.
create table copilot.people (
  user_id uuid primary key,
  organization_id uuid not null,
  last_active_at timestamptz not null,
  away_since timestamptz not null,
  notices_read_to timestamptz not null,
  -- Weights of the ranking learner and how many decisions it has seen.
  weights jsonb not null default '{}',
  decisions integer not null default 0
);
select kit.protect_table('copilot.people', 'select, insert, update');

create table copilot.opened_clients (
  user_id uuid not null,
  organization_id uuid not null,
  opened_at timestamptz not null,
  primary key (user_id, organization_id)
);
select kit.protect_table('copilot.opened_clients', 'select, insert, update');

create table copilot.views (
  id uuid primary key,
  organization_id uuid not null,
  user_id uuid not null,
  name text not null,
  filter jsonb not null,
  created_at timestamptz not null default now()
);
select kit.protect_table('copilot.views', 'select, insert, update, delete');

create table copilot.drafts (
  id uuid primary key,
  organization_id uuid not null,
  kind text not null,
  tone text not null,
  language text not null,
  subject text not null,
  body text not null,
  edited_subject text,
  edited_body text,
  engine jsonb not null,
  event_ids uuid[] not null,
  created_by uuid not null,
  created_at timestamptz not null
);
create index drafts_of_client on copilot.drafts (organization_id, created_at desc);
select kit.protect_table('copilot.drafts', 'select, insert, update');
