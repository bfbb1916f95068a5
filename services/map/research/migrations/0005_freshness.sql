-- Research may also be done again when the first of its sources has gone stale.
alter table research.schedules drop constraint schedules_every_check;
alter table research.schedules add constraint schedules_every_check check (every in ('day', 'week', 'month', 'stale'));
-- When each kind of source was last read.
create index run_pages_of_organization on research.run_pages (organization_id);
