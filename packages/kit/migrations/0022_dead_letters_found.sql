-- Counted for each consumer at every look of the metrics, and listed for an organisation.
create index dead_letters_of_consumer on kit.dead_letters (consumer);
create index dead_letters_of_organization on kit.dead_letters (organization_id, failed_at desc);
