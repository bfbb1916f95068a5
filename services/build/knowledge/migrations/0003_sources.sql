-- A sitemap whose pages are kept in a collection: what it lists comes, what it no longer lists goes.
create table knowledge.sources (
  id uuid primary key,
  organization_id uuid not null,
  collection_id uuid not null references knowledge.collections (id) on delete cascade,
  url text not null,
  status text not null,
  failure jsonb,
  pages integer not null default 0,
  -- Pages it lists beyond those that are kept.
  left_out integer not null default 0,
  read_at timestamptz,
  created_at timestamptz not null
);
create index sources_of_collection on knowledge.sources (organization_id, collection_id, created_at);
select kit.protect_table('knowledge.sources');

-- When a sitemap is read again. The clock sees these two ids and a time across organisations, nothing more.
create table knowledge.source_turns (
  source_id uuid primary key references knowledge.sources (id) on delete cascade,
  organization_id uuid not null,
  due_at timestamptz not null
);
create index source_turns_due on knowledge.source_turns (due_at);
select kit.protect_table('knowledge.source_turns');
select kit.open_to_system('knowledge.source_turns', 'select');

alter table knowledge.documents add column source_id uuid references knowledge.sources (id) on delete cascade;
-- When the page last changed, as its sitemap says.
alter table knowledge.documents add column listed_at text;
-- How often in a row its sitemap did not list it any more.
alter table knowledge.documents add column missed integer not null default 0;
-- Readings that failed in a row, and whether the next try comes by itself.
alter table knowledge.documents add column attempts integer not null default 0;
alter table knowledge.documents add column tries_again boolean not null default false;
create index documents_of_source on knowledge.documents (source_id) where source_id is not null;
