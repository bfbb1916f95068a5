-- A table of deals from outside, read once and kept as a file; its lines become deals in steps that can be taken up again.
create table deals.imports (
  id uuid primary key,
  organization_id uuid not null,
  user_id uuid not null,
  user_name jsonb not null,
  file_name text not null,
  encoding text not null,
  status text not null,
  headings text[] not null,
  lines integer not null,
  mapping jsonb not null,
  -- The clients the person was assigned to when it was started.
  client_ids uuid[] not null default '{}',
  position integer not null default 0,
  created integer not null default 0,
  skipped integer not null default 0,
  wrong integer not null default 0,
  kept integer not null default 0,
  at timestamptz not null
);
create index imports_of_a_person on deals.imports (organization_id, user_id, at desc);
select kit.protect_table('deals.imports');

create table deals.import_problems (
  import_id uuid not null references deals.imports (id) on delete cascade,
  organization_id uuid not null,
  line integer not null,
  text jsonb not null,
  primary key (import_id, line)
);
select kit.protect_table('deals.import_problems');
