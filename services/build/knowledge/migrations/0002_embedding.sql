-- How far the passages of a collection are embedded. Numbers of passages only grow, so one number says it: all below it are,
-- by that model; all below `wanted` shall be. The clock sees these across organisations, nothing more.
create table knowledge.embed_turns (
  collection_id uuid primary key references knowledge.collections (id) on delete cascade,
  organization_id uuid not null,
  embedder text,
  below integer not null default 0,
  wanted integer not null
);
select kit.protect_table('knowledge.embed_turns');
select kit.open_to_system('knowledge.embed_turns', 'select');
insert into knowledge.embed_turns (collection_id, organization_id, wanted)
  select id, organization_id, next_chunk from knowledge.collections;
