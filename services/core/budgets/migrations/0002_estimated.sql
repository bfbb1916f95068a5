-- Part of the tokens that no provider reported: counted here, from the texts that were sent.
alter table budgets.months add column estimated_tokens bigint not null default 0;
