-- Patterns in won and lost deals that were said to be there; gone ones are taken away, so that they can be said again.
create table deals.patterns (
  organization_id uuid not null,
  key text not null,
  found_at timestamptz not null,
  primary key (organization_id, key)
);
select kit.protect_table('deals.patterns', 'select, insert, delete');
