-- Secrets of installations of several processes: sealed by the product under a key that is not in the database.
create table kit.secrets (
  organization_id uuid not null,
  name text not null,
  nonce bytea not null,
  tag bytea not null,
  sealed bytea not null,
  updated_at timestamptz not null default now(),
  primary key (organization_id, name)
);
select kit.protect_table('kit.secrets');
