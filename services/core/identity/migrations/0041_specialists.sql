-- Colleagues who are asked something about a client and see it for that time.
create table identity.specialist_requests (
  id uuid primary key,
  organization_id uuid not null,
  specialist_id uuid not null,
  asked_by uuid not null,
  question text not null,
  due_on date not null,
  status text not null check (status in ('open', 'answered', 'expired', 'withdrawn')),
  outcome text check (outcome in ('advised', 'follow_up', 'not_needed')),
  note text not null default '',
  -- Had the client before: then it stays theirs.
  was_assigned boolean not null,
  asked_at timestamptz not null,
  ended_at timestamptz
);
-- One question at a time to one person about one client.
create unique index specialist_requests_open on identity.specialist_requests (organization_id, specialist_id) where status = 'open';
create index specialist_requests_of_client on identity.specialist_requests (organization_id, asked_at desc);
create index specialist_requests_due on identity.specialist_requests (due_on) where status = 'open';
select kit.protect_table('identity.specialist_requests', 'select, insert, update');
select kit.open_to_system('identity.specialist_requests', 'select');
