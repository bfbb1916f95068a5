-- What people did that counts, one row a deed, from events. Of the organisation in which it happened.
create table performance.facts (
  -- Of the event, or of the practice talk: the same deed told twice is one row.
  id uuid primary key,
  organization_id uuid not null,
  user_id uuid not null,
  kind text not null,
  -- Which kind of task, or why a deal was lost.
  label text,
  value double precision not null,
  at timestamptz not null
);
create index facts_of_a_person on performance.facts (user_id, at);
select kit.protect_table('performance.facts');

-- What has begun and is measured when it ends: a client's message without an answer, a hand-off without a word.
create table performance.pending (
  organization_id uuid not null,
  key text not null,
  user_id uuid,
  since timestamptz not null,
  primary key (organization_id, key)
);
select kit.protect_table('performance.pending');

create table performance.objectives (
  id uuid primary key,
  organization_id uuid not null,
  user_id uuid not null,
  metric text not null,
  target double precision not null,
  from_day date not null,
  until_day date not null,
  note text not null,
  set_by uuid not null,
  set_by_name jsonb not null,
  created_at timestamptz not null,
  ended_at timestamptz
);
create index objectives_of_a_person on performance.objectives (user_id, until_day);
select kit.protect_table('performance.objectives');

-- What a person said to a suggestion of the coach.
create table performance.answers (
  user_id uuid not null,
  organization_id uuid not null,
  key text not null,
  answer text not null,
  feedback text not null,
  at timestamptz not null,
  primary key (user_id, key)
);
select kit.protect_table('performance.answers');
