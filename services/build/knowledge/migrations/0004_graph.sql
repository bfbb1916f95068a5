-- What passages speak of, and what they say of how these things hang together. Each row rests on one passage and goes with it.
create table knowledge.mentions (
  collection_id uuid not null,
  number integer not null,
  key text not null,
  organization_id uuid not null,
  kind text not null,
  name jsonb not null,
  primary key (collection_id, number, key),
  foreign key (collection_id, number) references knowledge.chunks (collection_id, number) on delete cascade
);
create index mentions_of_entity on knowledge.mentions (organization_id, key);
select kit.protect_table('knowledge.mentions');

create table knowledge.relations (
  collection_id uuid not null,
  number integer not null,
  subject text not null,
  relation text not null,
  object text not null,
  organization_id uuid not null,
  quote text not null,
  confidence real not null,
  via text not null,
  model text,
  primary key (collection_id, number, subject, relation, object),
  foreign key (collection_id, number) references knowledge.chunks (collection_id, number) on delete cascade
);
create index relations_by_subject on knowledge.relations (organization_id, subject);
create index relations_by_object on knowledge.relations (organization_id, object);
select kit.protect_table('knowledge.relations');

-- How far a collection has been read for the graph, like knowledge.embed_turns.
create table knowledge.graph_turns (
  collection_id uuid primary key references knowledge.collections (id) on delete cascade,
  organization_id uuid not null,
  reader text,
  below integer not null default 0,
  wanted integer not null
);
select kit.protect_table('knowledge.graph_turns');
select kit.open_to_system('knowledge.graph_turns', 'select');
insert into knowledge.graph_turns (collection_id, organization_id, wanted)
  select id, organization_id, next_chunk from knowledge.collections;
