-- Organisations that went to an installation of their own: where it is, and what was carried there. The gate reads it when a
-- transaction begins, so that nothing is written here for who is gone.
create table kit.departures (
  organization_id uuid primary key,
  seller_id uuid not null,
  address text not null,
  -- Rows of each table that were carried and taken away, of all organisations that went together.
  receipt jsonb not null,
  departed_at timestamptz not null default now(),
  -- Set when the new installation is open, and files and secrets are gone from here.
  settled_at timestamptz
);
select kit.protect_table('kit.departures', 'select');
select kit.open_to_system('kit.departures', 'select');

-- A seller who is being carried into this database: as long as it stands here, no process of the product starts.
create table kit.arrivals (
  seller_id uuid primary key,
  began_at timestamptz not null default now()
);
alter table kit.arrivals enable row level security;
alter table kit.arrivals force row level security;
select kit.open_to_system('kit.arrivals', 'select');
