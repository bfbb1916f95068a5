-- Words of the index in which a misspelt word of a question may be recognised. The index itself has a row for each block
-- of passages a word stands in, far too many to look through.
create table knowledge.vocabulary (
  collection_id uuid not null,
  word text collate "C" not null,
  organization_id uuid not null,
  primary key (collection_id, word)
);
select kit.protect_table('knowledge.vocabulary');
insert into knowledge.vocabulary (collection_id, word, organization_id)
  select distinct collection_id, term, organization_id from knowledge.postings where term ~ '^[a-z]{4,}$';
-- Counts how often passages were taken out: what a process knows of the vocabulary holds until then.
alter table knowledge.collections add column removals integer not null default 0;

-- The index goes with its collection by a trigger: a foreign key would be checked for every row of it that is written, and
-- writing them is most of the work of indexing.
alter table knowledge.postings drop constraint postings_collection_id_fkey;
create function knowledge.forget_index() returns trigger language plpgsql as $$
begin
  delete from knowledge.postings where collection_id = old.id;
  delete from knowledge.vocabulary where collection_id = old.id;
  return old;
end $$;
create trigger collection_forgets_index after delete on knowledge.collections
  for each row execute function knowledge.forget_index();

-- Figures glued to the comma before them are no terms any more.
delete from knowledge.postings where term ~ '^[.,]';
