-- Each entry carries a hash over itself and the hash before it, per organisation: an entry that is changed, taken out or
-- put in between later breaks the chain from there on.
alter table kit.audit_entries add column place bigint;
alter table kit.audit_entries add column hash bytea;

create function kit.audit_hash(entry kit.audit_entries, previous bytea) returns bytea language sql immutable as $$
  select sha256(coalesce(previous, ''::bytea) || convert_to(jsonb_build_array(
    entry.place, entry.id, entry.organization_id, (extract(epoch from entry.occurred_at) * 1000000)::bigint,
    entry.actor, entry.action, entry.subject, entry.before, entry.after, entry.reason, entry.trace_id
  )::text, 'UTF8'))
$$;

create function kit.chain_audit() returns trigger language plpgsql as $$
declare
  last kit.audit_entries;
begin
  -- One writer of an organisation's chain at a time, until its transaction ends.
  perform pg_advisory_xact_lock(hashtextextended(new.organization_id::text, 4107));
  select * into last from kit.audit_entries
    where organization_id = new.organization_id and place is not null order by place desc limit 1;
  new.place := coalesce(last.place, 0) + 1;
  new.hash := kit.audit_hash(new, last.hash);
  return new;
end $$;
grant execute on function kit.audit_hash(kit.audit_entries, bytea), kit.chain_audit() to app_user;

-- Entries from before the chain are taken into it as they stand.
do $$
declare
  entry kit.audit_entries;
  previous kit.audit_entries;
begin
  for entry in select * from kit.audit_entries order by organization_id, occurred_at, id loop
    if previous.organization_id is distinct from entry.organization_id then previous := null; end if;
    entry.place := coalesce(previous.place, 0) + 1;
    entry.hash := kit.audit_hash(entry, previous.hash);
    update kit.audit_entries set place = entry.place, hash = entry.hash where id = entry.id;
    previous := entry;
  end loop;
end $$;

alter table kit.audit_entries alter column place set not null;
alter table kit.audit_entries alter column hash set not null;
create unique index audit_chain on kit.audit_entries (organization_id, place);
create trigger chain_audit before insert on kit.audit_entries for each row execute function kit.chain_audit();
