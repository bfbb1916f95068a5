-- What clients objected and what was said to it. Belongs to the client, or to the vendor when no client is named.
create table objections.objections (
  id uuid primary key,
  organization_id uuid not null,
  client_id uuid,
  text text not null,
  language text not null,
  guesses jsonb not null,
  category text,
  corrected boolean not null default false,
  replies jsonb not null,
  sources jsonb not null,
  engine jsonb not null,
  sent text,
  library_reply_id uuid,
  outcome text,
  created_by text not null,
  created_at timestamptz not null
);
create index objections_of_organization on objections.objections (organization_id, created_at desc);
select kit.protect_table('objections.objections');

-- Replies that colleagues share; belong to the vendor.
create table objections.library (
  id uuid primary key,
  organization_id uuid not null,
  category text not null,
  language text not null,
  text text not null,
  status text not null,
  proposed_by text not null,
  decided_by text,
  reason text,
  created_at timestamptz not null
);
create index library_of_organization on objections.library (organization_id, category, language);
select kit.protect_table('objections.library');
