-- What research told of a client: what a draft is made of.
create table requirements.clients (
  organization_id uuid primary key,
  name text not null,
  findings jsonb not null default '[]',
  statements jsonb not null default '[]'
);
select kit.protect_table('requirements.clients', 'select, insert, update');

create table requirements.drafts (
  id uuid primary key,
  organization_id uuid not null,
  language text not null,
  status text not null,
  items jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  token_hash text unique,
  sent_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  views integer not null default 0,
  returned_by text,
  returned_at timestamptz,
  comment text
);
create index drafts_of_organization on requirements.drafts (organization_id, created_at desc);
select kit.protect_table('requirements.drafts');
-- Who opens a link has no organisation yet: the secret tells which one.
select kit.open_to_system('requirements.drafts', 'select');
