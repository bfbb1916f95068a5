create table identity.lifecycles (
  organization_id uuid primary key,
  stage text not null check (stage in ('sales', 'onboarding', 'support', 'success')),
  since timestamptz not null
);
select kit.protect_table('identity.lifecycles', 'select, insert, update');

create table identity.handoffs (
  id uuid primary key,
  organization_id uuid not null,
  from_stage text not null,
  to_stage text not null,
  status text not null check (status in ('proposed', 'accepted', 'returned')),
  done text[] not null default '{}',
  note text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  reason text
);
-- One at a time: two people handing over at once would leave two teams waiting.
create unique index handoffs_open on identity.handoffs (organization_id) where status = 'proposed';
create index handoffs_of_client on identity.handoffs (organization_id, proposed_at desc);
select kit.protect_table('identity.handoffs', 'select, insert, update');
