-- What the last run read about the company itself.
create table research.profiles (
  organization_id uuid primary key,
  run_id uuid not null,
  statements jsonb not null,
  engine jsonb not null,
  industry_id text,
  employees double precision,
  read_at timestamptz not null
);
select kit.protect_table('research.profiles', 'select, insert, update');

-- What people wrote over it or added; kept apart, so that the next run does not undo it. A null text strikes out.
create table research.profile_edits (
  organization_id uuid not null,
  key text not null,
  aspect text not null,
  text text,
  edited_by text not null,
  edited_at timestamptz not null,
  primary key (organization_id, key)
);
select kit.protect_table('research.profile_edits');
