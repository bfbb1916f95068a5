-- What an event says of people stands apart from the rest of it, sealed with the key of the organisation.
alter table kit.events add column personal text;
-- The fields that were taken out of the payload; another list in the contract, and the event is gone over again.
alter table kit.events add column personal_fields text;
-- Sealing anew under another key is the only change an event can see, and it leaves what happened untouched.
grant update (payload, personal, personal_fields) on kit.events to app_user;

-- The installation's own keys, for accounts and mails that belong to no organisation, are made by the system itself; those of
-- organisations never are.
grant insert on kit.data_keys to app_system;
create policy installation_only on kit.data_keys as restrictive for insert to app_system
  with check (organization_id = '00000000-0000-0000-0000-000000000000');
