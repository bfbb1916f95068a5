-- What models may use for an organisation in a month. No row: the usual limit; null: no limit.
create table budgets.limits (
  organization_id uuid primary key,
  monthly_tokens bigint,
  set_by uuid not null,
  set_at timestamptz not null
);
select kit.protect_table('budgets.limits');

create table budgets.months (
  organization_id uuid not null,
  -- First day of the month, UTC.
  month date not null,
  tokens bigint not null,
  primary key (organization_id, month)
);
select kit.protect_table('budgets.months');
