-- The three agents behind each version: where they stand, so that a run can be left, found again and taken up after a crash.
create table solutions.runs (
  id uuid primary key,
  solution_id uuid not null references solutions.solutions (id) on delete cascade,
  organization_id uuid not null,
  -- The vendor whose knowledge is asked.
  vendor_id uuid not null,
  -- What was asked for: a first version, or points of feedback to answer.
  request jsonb not null,
  status text not null,
  stages jsonb not null,
  version integer,
  error jsonb,
  by jsonb not null,
  started_at timestamptz not null,
  finished_at timestamptz
);
create index runs_of_solution on solutions.runs (solution_id, started_at desc);
select kit.protect_table('solutions.runs');

-- What is to be looked up for a run, and what was found: a run that goes on asks only what has no answer yet.
create table solutions.lookups (
  run_id uuid not null references solutions.runs (id) on delete cascade,
  position integer not null,
  organization_id uuid not null,
  query jsonb not null,
  answer jsonb,
  primary key (run_id, position)
);
select kit.protect_table('solutions.lookups');

alter table solutions.versions add column diagram_edits jsonb not null default '[]';
alter table solutions.versions add column reason text;
alter table solutions.solutions drop column writing;

-- Versions from before have no architecture, and ranges of their costs were not worked out.
update solutions.versions set content = content
  || '{"diagram": {"nodes": [], "edges": []}}'::jsonb
  || jsonb_build_object('cost', (content -> 'cost')
    || '{"currentRange": null, "oursRange": null, "savingRange": null}'::jsonb
    || jsonb_build_object('rows', coalesce(
      (select jsonb_agg(row || '{"currentRange": null, "oursRange": null}'::jsonb)
       from jsonb_array_elements(content -> 'cost' -> 'rows') as row),
      '[]'::jsonb)))
where content -> 'diagram' is null;
