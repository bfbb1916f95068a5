-- Read-only links to one map. The address holds a random secret; only its hash is kept.
create table battlemap.share_links (
  id uuid primary key,
  organization_id uuid not null,
  token_hash text not null unique,
  options jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  views integer not null default 0,
  last_viewed_at timestamptz
);
create index share_links_of_organization on battlemap.share_links (organization_id, created_at desc);
select kit.protect_table('battlemap.share_links', 'select, insert, update');
-- Who opens a link has no organisation yet: the secret tells which one.
select kit.open_to_system('battlemap.share_links', 'select');
