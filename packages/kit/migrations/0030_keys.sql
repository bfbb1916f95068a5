-- Keys of keys. A key service outside the database wraps a root key; the root key wraps one data key and one index key an
-- organisation. Nothing here opens anything without the key service.
create table kit.root_keys (
  version integer primary key,
  -- Which key of which service wrapped it.
  keeper text not null,
  wrapped text not null,
  created_at timestamptz not null default now()
);
alter table kit.root_keys enable row level security;
alter table kit.root_keys force row level security;
select kit.open_to_system('kit.root_keys', 'select, insert, delete');

-- Deleting an organisation's rows here makes everything sealed under them unreadable for good, in every copy and backup.
create table kit.data_keys (
  organization_id uuid not null,
  -- data: seals columns. index: makes the keyed hashes by which sealed columns are looked up.
  purpose text not null check (purpose in ('data', 'index')),
  version integer not null,
  -- A process that has not heard of a newer root key cannot wrap under one that is gone.
  root_version integer not null references kit.root_keys (version),
  wrapped text not null,
  created_at timestamptz not null default now(),
  -- What the columns of the organisation were last gone over for, so that a start does not go over them again.
  swept text,
  primary key (organization_id, purpose, version)
);
create index data_keys_by_root on kit.data_keys (root_version);
select kit.protect_table('kit.data_keys', 'select, insert, update, delete');
select kit.open_to_system('kit.data_keys', 'select, update');
