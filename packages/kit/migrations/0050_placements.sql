-- Organisations whose rows lie in a schema of their own. `placed` is false while they lie in the shared tables all the same:
-- an upgrade gathers all rows there and places them again.
create table kit.placements (
  organization_id uuid primary key,
  schema_name text not null unique,
  placed boolean not null,
  rows bigint not null,
  moved_at timestamptz not null default now()
);
select kit.protect_table('kit.placements', 'select');
select kit.open_to_system('kit.placements', 'select');
