-- Processes keep signatures in memory, a block of 1,024 passages at a time. A block that changed in whatever way gets
-- another version, so that nobody compares with what is no longer so.
create table knowledge_vectors.blocks (
  collection_id uuid not null references knowledge.collections (id) on delete cascade,
  block integer not null,
  organization_id uuid not null,
  version uuid not null,
  primary key (collection_id, block)
);
select kit.protect_table('knowledge_vectors.blocks');
insert into knowledge_vectors.blocks (collection_id, block, organization_id, version)
  select collection_id, block, organization_id, gen_random_uuid()
  from (select distinct collection_id, number / 1024 as block, organization_id from knowledge_vectors.signatures) as given;

create function knowledge_vectors.note_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    update knowledge_vectors.blocks set version = gen_random_uuid()
      from (select distinct collection_id, number / 1024 as block from changed) as given
      where blocks.collection_id = given.collection_id and blocks.block = given.block;
  else
    insert into knowledge_vectors.blocks (collection_id, block, organization_id, version)
      select collection_id, block, organization_id, gen_random_uuid()
      from (select distinct collection_id, number / 1024 as block, organization_id from changed) as given
      on conflict (collection_id, block) do update set version = excluded.version;
  end if;
  return null;
end $$;
create trigger signatures_added after insert on knowledge_vectors.signatures
  referencing new table as changed for each statement execute function knowledge_vectors.note_change();
create trigger signatures_replaced after update on knowledge_vectors.signatures
  referencing new table as changed for each statement execute function knowledge_vectors.note_change();
create trigger signatures_removed after delete on knowledge_vectors.signatures
  referencing old table as changed for each statement execute function knowledge_vectors.note_change();
