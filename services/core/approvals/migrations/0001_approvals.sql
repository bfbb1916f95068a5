-- Rules, working hours and who takes over; absent: what the product comes with.
create table approvals.settings (
  organization_id uuid primary key,
  rules jsonb not null,
  calendar jsonb not null,
  ladder text[] not null,
  revision integer not null
);
select kit.protect_table('approvals.settings');

-- Of the vendor, also when they are about a client: who decides need not be assigned to that client.
create table approvals.requests (
  id uuid primary key,
  organization_id uuid not null,
  client_id uuid,
  -- As it was called when somebody asked.
  client_name text,
  type text not null,
  title jsonb not null,
  detail text not null,
  amount_cny double precision,
  discount_percent double precision,
  personal_data boolean not null,
  risk text not null,
  subject_id uuid,
  requested_by uuid not null,
  requested_by_name jsonb not null,
  status text not null,
  steps jsonb not null,
  step integer not null,
  round integer not null,
  -- Of the step whose turn it is; null when it is nobody's.
  role text,
  started_at timestamptz,
  due_at timestamptz,
  -- When the clock has to look at it next.
  look_at timestamptz,
  -- Every role that has or had a step in it.
  roles text[] not null,
  revision integer not null,
  created_at timestamptz not null,
  closed_at timestamptz
);
create unique index requests_open_of_subject on approvals.requests (organization_id, subject_id)
  where subject_id is not null and status in ('waiting', 'changes');
create index requests_of_subject on approvals.requests (subject_id) where subject_id is not null;
create index requests_by_age on approvals.requests (organization_id, status, created_at desc, id desc);
create index requests_of_a_person on approvals.requests (requested_by, created_at desc);
create index requests_to_look_at on approvals.requests (look_at) where look_at is not null;
select kit.protect_table('approvals.requests');

create table approvals.moments (
  id uuid primary key,
  organization_id uuid not null,
  client_id uuid,
  request_id uuid not null references approvals.requests (id) on delete cascade,
  at timestamptz not null,
  kind text not null,
  by_id uuid,
  by_name jsonb,
  on_behalf_of jsonb,
  comment text not null,
  role text
);
create index moments_of_a_request on approvals.moments (request_id, at, id);
select kit.protect_table('approvals.moments');

create table approvals.absences (
  id uuid primary key,
  organization_id uuid not null,
  user_id uuid not null,
  user_name jsonb not null,
  stand_in_id uuid not null,
  stand_in_name jsonb not null,
  from_at timestamptz not null,
  until_at timestamptz not null
);
create index absences_of_a_person on approvals.absences (user_id, until_at);
select kit.protect_table('approvals.absences');
