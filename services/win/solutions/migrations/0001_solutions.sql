-- What we propose, and every version of it. A version is never changed by a refinement: the next one is made beside it.
create table solutions.solutions (
  id uuid primary key,
  organization_id uuid not null,
  -- Null when it answers a question without a client.
  client_id uuid,
  title jsonb not null,
  subject jsonb not null,
  current integer not null,
  writing boolean not null default false,
  created_at timestamptz not null
);
create index solutions_of_organization on solutions.solutions (organization_id, created_at desc);
select kit.protect_table('solutions.solutions');

create table solutions.versions (
  solution_id uuid not null references solutions.solutions (id) on delete cascade,
  number integer not null,
  organization_id uuid not null,
  parent integer,
  content jsonb not null,
  -- Everything asked for so far: the next version keeps it.
  wishes jsonb not null,
  feedback text,
  points jsonb not null,
  answers jsonb not null,
  locked jsonb not null,
  restored_from integer,
  by jsonb not null,
  at timestamptz not null,
  primary key (solution_id, number)
);
select kit.protect_table('solutions.versions');
