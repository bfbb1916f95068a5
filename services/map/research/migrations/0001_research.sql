create table research.clients (
  organization_id uuid primary key,
  name text not null,
  website text
);
select kit.protect_table('research.clients', 'select, insert, update');

create table research.runs (
  id uuid primary key,
  organization_id uuid not null,
  client_name text not null,
  status text not null,
  input jsonb not null,
  stages jsonb not null,
  sources jsonb not null,
  pages integer not null default 0,
  findings integer not null default 0,
  map_version integer,
  error jsonb,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index runs_of_organization on research.runs (organization_id, created_at desc);
-- One run at a time for a client.
create unique index one_active_run on research.runs (organization_id)
  where status in ('queued', 'researching', 'analysing', 'drawing');
select kit.protect_table('research.runs', 'select, insert, update');

create table research.materials (
  id uuid primary key,
  organization_id uuid not null,
  file_name text not null,
  media_type text not null,
  bytes bigint not null,
  created_at timestamptz not null
);
create index materials_of_organization on research.materials (organization_id, created_at);
select kit.protect_table('research.materials', 'select, insert, delete');

-- Each page is stored once for a client, however many runs read it.
create table research.pages (
  id uuid primary key,
  organization_id uuid not null,
  content_hash text not null,
  url text,
  title text not null,
  source_kind text not null,
  language text,
  text text not null,
  published_at text,
  fetched_at timestamptz not null,
  unique (organization_id, content_hash)
);
select kit.protect_table('research.pages', 'select, insert');

create table research.run_pages (
  organization_id uuid not null,
  run_id uuid not null,
  page_id uuid not null,
  source_id text not null,
  primary key (run_id, page_id)
);
select kit.protect_table('research.run_pages', 'select, insert');

create table research.findings (
  organization_id uuid not null,
  run_id uuid not null,
  id uuid not null,
  body jsonb not null,
  primary key (run_id, id)
);
create index findings_of_organization on research.findings (organization_id, run_id);
select kit.protect_table('research.findings', 'select, insert, delete');
