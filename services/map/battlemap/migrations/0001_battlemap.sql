-- One row a client: which version is current and how many edits were made. Locked by an edit, so two people cannot both win.
create table battlemap.maps (
  organization_id uuid primary key,
  client_name text not null,
  version integer not null,
  revision integer not null,
  updated_at timestamptz not null default now()
);
select kit.protect_table('battlemap.maps', 'select, insert, update');

create table battlemap.versions (
  organization_id uuid not null,
  version integer not null,
  run_id uuid,
  generated_at timestamptz not null,
  -- As generated, before any edit; never changed afterwards.
  content jsonb not null,
  -- Edits up to here were made before this version was replaced; null while it is current.
  last_revision integer,
  primary key (organization_id, version)
);
create unique index versions_by_run on battlemap.versions (organization_id, run_id) where run_id is not null;
select kit.protect_table('battlemap.versions', 'select, insert, update');

create table battlemap.edits (
  organization_id uuid not null,
  revision integer not null,
  version integer not null,
  edit jsonb not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (organization_id, revision)
);
select kit.protect_table('battlemap.edits', 'select, insert');

-- What the list of clients shows, kept up to date with each change of a map.
create table battlemap.portfolio (
  organization_id uuid primary key,
  entry jsonb not null,
  updated_at timestamptz not null default now()
);
select kit.protect_table('battlemap.portfolio', 'select, insert, update');
