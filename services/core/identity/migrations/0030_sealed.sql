-- Addresses are sealed with the organisation's key; an invitation to one is found by its keyed hash.
alter table identity.invitations add column email_index text;
create index invitations_by_address on identity.invitations (organization_id, email_index);
