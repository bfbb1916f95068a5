-- Contacts are found by the keyed hash of their address; the address itself is sealed and can be compared with nothing.
alter table deals.contacts add column email_index text;
drop index deals.contacts_by_email;
create index contacts_by_address on deals.contacts (email_index) where email_index <> '';
-- Names are sealed: an order by them says nothing any longer.
drop index deals.contacts_of_a_client;
create index contacts_of_a_client on deals.contacts (organization_id);
