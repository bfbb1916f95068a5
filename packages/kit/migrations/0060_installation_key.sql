-- Which version of the installation's own data key seals now. Some of what it seals is found by being sealed alike, so that a
-- new key and what it left behind must change in one instant: whoever seals or looks up takes the lock with others, and
-- whoever changes the key takes it alone.
create table kit.installation_key (
  only_one boolean primary key default true check (only_one),
  version integer not null
);
insert into kit.installation_key (version) values (1);
alter table kit.installation_key enable row level security;
alter table kit.installation_key force row level security;
select kit.open_to_system('kit.installation_key', 'select, update');

create function kit.installation_key_now() returns integer language plpgsql volatile as $$
declare found integer;
begin
  perform pg_advisory_xact_lock_shared(7320115);
  -- Read after the lock: a statement of its own sees what was committed meanwhile.
  select version into found from kit.installation_key;
  return found;
end $$;

-- An older version goes when nothing is sealed with it any longer; keys of organisations are not the system's to delete.
grant delete on kit.data_keys to app_system;
create policy installation_only_delete on kit.data_keys as restrictive for delete to app_system
  using (organization_id = '00000000-0000-0000-0000-000000000000');
