-- Practice grows: customers made from a client, talks that branch, judgement by managers, assignments, certificates.
alter table roleplay.sessions
  add column seller jsonb not null default '{"zh": "", "en": ""}',
  -- Null in talks of the first version: the first customer of the library.
  add column persona jsonb,
  add column client_id uuid,
  -- Chooses among the customer's phrases; a branch keeps it.
  add column seed integer not null default 1,
  -- What the seller said, with its claims as they were checked then, and the reply as it was played.
  add column lines jsonb not null default '[]',
  add column outcome text,
  add column total integer,
  add column hints integer not null default 0,
  add column root_id uuid,
  add column branched_at integer,
  add column assignment_id uuid,
  add column handed_in_at timestamptz,
  add column judging boolean not null default false;

-- Talks of the first version keep their words; their score was made by another rubric and is made anew when asked for.
update roleplay.sessions s
set lines = coalesce(
      (select jsonb_agg(jsonb_build_object('text', turn->>'text', 'claims', '[]'::jsonb, 'reply', null) order by place)
       from jsonb_array_elements(s.turns) with ordinality as t (turn, place)
       where turn->>'speaker' = 'seller'), '[]'),
    root_id = s.id,
    outcome = case when s.finished_at is null then null else 'stopped' end,
    score = null;
alter table roleplay.sessions alter column root_id set not null;
create index sessions_of_a_root on roleplay.sessions (organization_id, root_id);

-- A manager's word on a score is kept apart from what was computed: computing again leaves it as it is.
create table roleplay.overrides (
  session_id uuid primary key,
  organization_id uuid not null,
  user_id uuid not null,
  total integer not null,
  reason text not null,
  by jsonb not null,
  at timestamptz not null
);
select kit.protect_table('roleplay.overrides');

create table roleplay.assignments (
  id uuid primary key,
  organization_id uuid not null,
  user_id uuid not null,
  person jsonb not null,
  by jsonb not null,
  scenario text not null,
  level text not null,
  persona jsonb not null,
  customer jsonb not null,
  client_id uuid,
  least integer not null,
  due_on date not null,
  note text not null,
  created_at timestamptz not null,
  session_id uuid,
  done_at timestamptz
);
create index assignments_of_a_seller on roleplay.assignments (organization_id, user_id, due_on);
select kit.protect_table('roleplay.assignments');

create table roleplay.certificates (
  id uuid primary key,
  organization_id uuid not null,
  user_id uuid not null,
  person jsonb not null,
  level text not null,
  points integer not null,
  issued_at timestamptz not null,
  unique (organization_id, user_id, level)
);
select kit.protect_table('roleplay.certificates');

create table roleplay.thresholds (
  organization_id uuid primary key,
  easy integer not null,
  medium integer not null,
  hard integer not null
);
select kit.protect_table('roleplay.thresholds');

-- What each client objected, so that a customer made after it objects the same.
create table roleplay.client_objections (
  objection_id uuid primary key,
  organization_id uuid not null,
  category text not null,
  text text not null,
  at timestamptz not null
);
create index client_objections_of_client on roleplay.client_objections (organization_id, at desc);
select kit.protect_table('roleplay.client_objections');
