-- How fast a client's word was answered, kept up with the deal's activities: the analysis reads thousands of deals at once.
alter table deals.deals add column reply_hours double precision;
with words as (
  select deal_id, direction, occurred_at, lead(direction) over w as next_direction, lead(occurred_at) over w as next_at
  from deals.activities window w as (partition by deal_id order by occurred_at)),
replies as (
  select deal_id, percentile_cont(0.5) within group (order by extract(epoch from next_at - occurred_at) / 3600) as hours
  from words where direction = 'in' and next_direction = 'out' group by deal_id)
update deals.deals d set reply_hours = r.hours from replies r where r.deal_id = d.id;
