-- Keys that sign tokens. The private half is encrypted with the installation's secret; the public halves are published.
create table accounts.signing_keys (
  id uuid primary key,
  public_key text not null,
  private_key text not null,
  alg text,
  crv text,
  created_at timestamptz not null,
  expires_at timestamptz
);
select accounts.protect('accounts.signing_keys');

-- A service is a member that signs in with keys only.
alter table identity.users add column kind text not null default 'person' check (kind in ('person', 'service'));

-- Whose address it was, so that it can be found when the person is erased.
alter table identity.invitations add column accepted_by uuid;

create table identity.api_keys (
  id uuid primary key,
  organization_id uuid not null,
  -- The service whose roles bound what the key may do.
  user_id uuid not null,
  name text not null,
  -- The beginning of the key, by which people tell keys apart; of the rest only a hash is kept.
  prefix text not null,
  key_hash text not null unique,
  scopes text[] not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_keys_of_organization on identity.api_keys (organization_id, created_at desc);
select kit.protect_table('identity.api_keys');
select kit.open_to_system('identity.api_keys', 'select');
