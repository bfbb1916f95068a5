-- Practice talks of the vendor's sellers. The customer's side and the score follow from what the seller said.
create table roleplay.sessions (
  id uuid primary key,
  organization_id uuid not null,
  user_id uuid not null,
  scenario text not null,
  level text not null,
  language text not null,
  turns jsonb not null,
  score jsonb,
  branched_from uuid,
  started_at timestamptz not null,
  finished_at timestamptz
);
create index sessions_of_a_seller on roleplay.sessions (organization_id, user_id, started_at desc);
select kit.protect_table('roleplay.sessions');
