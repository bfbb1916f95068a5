-- Names are sealed: an order by them says nothing any longer.
drop index personas.subjects_of_a_client;
create index subjects_of_a_client on personas.subjects (organization_id);
