-- The key is claimed in the transaction that changes something, so a request that was cut off after its commit is known
-- to be done; what it answered is added when the answer goes out.
alter table kit.idempotency_keys alter column status drop not null;
alter table kit.idempotency_keys alter column response drop not null;
alter table kit.idempotency_keys add column fingerprint text not null default '';
alter table kit.idempotency_keys alter column fingerprint drop default;
create index idempotency_keys_by_age on kit.idempotency_keys (created_at);
grant update on kit.idempotency_keys to app_user;
