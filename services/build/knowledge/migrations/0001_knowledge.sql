-- Collections of documents, their passages, and an index of terms that stays small however large a collection grows.
create table knowledge.collections (
  id uuid primary key,
  organization_id uuid not null,
  name jsonb not null,
  read_only boolean not null default false,
  -- Passages are numbered in their collection; a number is never given twice.
  next_chunk integer not null default 0,
  chunk_count integer not null default 0,
  term_count bigint not null default 0,
  created_at timestamptz not null
);
create index collections_of_organization on knowledge.collections (organization_id, created_at);
select kit.protect_table('knowledge.collections');

create table knowledge.documents (
  id uuid primary key,
  organization_id uuid not null,
  collection_id uuid not null references knowledge.collections (id) on delete cascade,
  kind text not null,
  title text not null,
  origin text,
  media_type text,
  -- What was typed in, under the title it shall have from the next reading on.
  body text,
  body_title text,
  status text not null,
  failure jsonb,
  language text,
  fingerprint text,
  chunk_count integer not null default 0,
  changed_chunks integer not null default 0,
  cut boolean not null default false,
  as_of text,
  read_at timestamptz,
  created_at timestamptz not null
);
create index documents_of_collection on knowledge.documents (organization_id, collection_id, created_at desc, id);
select kit.protect_table('knowledge.documents');

create table knowledge.chunks (
  collection_id uuid not null references knowledge.collections (id) on delete cascade,
  number integer not null,
  organization_id uuid not null,
  document_id uuid not null references knowledge.documents (id) on delete cascade,
  ordinal integer not null,
  hash text not null,
  heading jsonb not null,
  page integer,
  text text not null,
  term_count integer not null,
  primary key (collection_id, number)
);
create index chunks_of_document on knowledge.chunks (document_id, ordinal);
select kit.protect_table('knowledge.chunks');

-- One row is one term in one block of 1,024 passages: five bytes for each passage that has it.
create table knowledge.postings (
  collection_id uuid not null references knowledge.collections (id) on delete cascade,
  term text collate "C" not null,
  block integer not null,
  organization_id uuid not null,
  data bytea not null,
  primary key (collection_id, term, block)
);
select kit.protect_table('knowledge.postings');

create table knowledge.trial_questions (
  id uuid primary key,
  organization_id uuid not null,
  collection_id uuid not null references knowledge.collections (id) on delete cascade,
  document_id uuid not null references knowledge.documents (id) on delete cascade,
  question text not null,
  passage text,
  created_at timestamptz not null
);
create index trial_questions_of_collection on knowledge.trial_questions (organization_id, collection_id, created_at);
select kit.protect_table('knowledge.trial_questions');

create table knowledge.trial_runs (
  id uuid primary key,
  organization_id uuid not null,
  collection_id uuid not null references knowledge.collections (id) on delete cascade,
  at timestamptz not null,
  outcomes jsonb not null
);
create index trial_runs_of_collection on knowledge.trial_runs (organization_id, collection_id, at desc);
select kit.protect_table('knowledge.trial_runs');

-- When a page of the web is read again. The clock sees these two ids and a time across organisations, nothing more.
create table knowledge.page_turns (
  document_id uuid primary key references knowledge.documents (id) on delete cascade,
  organization_id uuid not null,
  due_at timestamptz not null
);
create index page_turns_due on knowledge.page_turns (due_at);
select kit.protect_table('knowledge.page_turns');
select kit.open_to_system('knowledge.page_turns', 'select');
