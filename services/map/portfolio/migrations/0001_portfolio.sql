-- One row a client: where it stands, who looks after it, and its map in one line once there is one.
create table portfolio.clients (
  organization_id uuid primary key,
  name text not null,
  stage text not null default 'sales',
  industry_id text,
  agents jsonb not null default '[]',
  map jsonb,
  changed_at timestamptz not null
);
select kit.protect_table('portfolio.clients', 'select, insert, update');

-- The last figures of each day on which a map changed: what "a week ago" is read from.
create table portfolio.days (
  organization_id uuid not null,
  day date not null,
  figures jsonb not null,
  primary key (organization_id, day)
);
select kit.protect_table('portfolio.days', 'select, insert, update');
