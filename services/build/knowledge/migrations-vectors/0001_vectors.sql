-- Vectors of passages of any length, and a signature of 512 bits of each: all signatures of a collection are compared, and
-- only the nearest vectors are read. They go with their passage.
create table knowledge_vectors.vectors (
  collection_id uuid not null,
  number integer not null,
  organization_id uuid not null,
  embedder text not null,
  embedding halfvec not null,
  primary key (collection_id, number),
  foreign key (collection_id, number) references knowledge.chunks (collection_id, number) on delete cascade
);
select kit.protect_table('knowledge_vectors.vectors');

create table knowledge_vectors.signatures (
  collection_id uuid not null,
  number integer not null,
  organization_id uuid not null,
  embedder text not null,
  signature bit(512) not null,
  primary key (collection_id, number),
  foreign key (collection_id, number) references knowledge.chunks (collection_id, number) on delete cascade
);
select kit.protect_table('knowledge_vectors.signatures');
