-- What a person says of a finding, by the finding's key: it holds for the same finding of later runs.
create table research.reviews (
  organization_id uuid not null,
  finding_key text not null,
  -- Null: the judgement was taken back.
  verdict jsonb,
  reviewed_by text not null,
  reviewed_at timestamptz not null,
  -- Whether the map has been drawn with it.
  applied boolean not null default false,
  primary key (organization_id, finding_key)
);
select kit.protect_table('research.reviews', 'select, insert, update');

-- What the analysis concluded beside its findings, so that the map can be drawn again after a review.
alter table research.runs add column conclusion jsonb;
