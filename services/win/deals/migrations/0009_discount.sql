-- Off the list price, in percent: what may need somebody's yes beside the amount.
alter table deals.deals add column discount_percent double precision not null default 0;
