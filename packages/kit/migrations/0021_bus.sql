-- A consumer enters a whole batch into its inbox before it turns to the organisations one by one.
grant insert on kit.inbox to app_system;
-- What a consumer has before it when it reads from Kafka; null: it reads the log, and its cursor tells.
alter table kit.consumers add column bus_lag bigint;
