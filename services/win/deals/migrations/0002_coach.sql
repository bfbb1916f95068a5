-- What was known of a deal when it came to each stage: the win model learns from these, never from what came after.
create table deals.marks (
  deal_id uuid not null references deals.deals (id) on delete cascade,
  organization_id uuid not null,
  stage text not null,
  at timestamptz not null,
  features jsonb not null,
  primary key (deal_id, stage)
);
select kit.protect_table('deals.marks');
create index deals_by_end on deals.deals (closed_at desc) where closed_at is not null;

-- What people said to the coach's advice.
create table deals.advice (
  id uuid primary key,
  organization_id uuid not null,
  deal_id uuid not null references deals.deals (id) on delete cascade,
  kind text not null,
  decision text not null,
  reason text not null,
  until date,
  by_name jsonb not null,
  at timestamptz not null
);
create index advice_of_a_deal on deals.advice (deal_id, at desc);
select kit.protect_table('deals.advice');
