-- Research that is done again by itself.
create table research.schedules (
  organization_id uuid primary key,
  every text not null check (every in ('day', 'week', 'month')),
  next_at timestamptz not null,
  set_by text not null
);
create index schedules_due on research.schedules (next_at);
select kit.protect_table('research.schedules', 'select, insert, update, delete');
-- Looking for what is due goes over all organisations; each is then worked on behind its own gate.
select kit.open_to_system('research.schedules', 'select');
