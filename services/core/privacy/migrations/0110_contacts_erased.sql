-- A receipt of the erasure of a contact: whose contact it was, and, sealed and only until the erasure has settled, whom to
-- look for once more in what work under way wrote since.
alter table privacy.receipts add column client_id uuid;
alter table privacy.receipts add column pending jsonb;
