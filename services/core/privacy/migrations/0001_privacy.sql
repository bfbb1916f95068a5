-- A role of its own for taking data out and away. It reads and deletes in every registered table, but only rows of the
-- organisations and people that its transaction names.
do $$ begin create role app_privacy nologin; exception when duplicate_object then null; end $$;
do $$ begin
  execute format('grant app_privacy to %I', current_user);
exception when others then null; -- a superuser needs no membership, and cannot be granted one on some servers
end $$;
grant usage on schema privacy to app_privacy;
grant usage on schema kit to app_privacy;
grant execute on function kit.current_organizations() to app_privacy;

create function privacy.current_people() returns uuid[] language sql stable as $$
  select coalesce(nullif(current_setting('app.person_ids', true), ''), '{}')::uuid[]
$$;
create function privacy.current_addresses() returns text[] language sql stable as $$
  select array(
    select jsonb_array_elements_text(coalesce(nullif(current_setting('app.person_addresses', true), ''), '[]')::jsonb)
  )
$$;
grant execute on function privacy.current_people(), privacy.current_addresses() to app_privacy;

-- What was erased, when and at whose request. It names ids and places, never what stood there.
create table privacy.receipts (
  id uuid primary key,
  -- Whoever must be able to show it: the vendor.
  organization_id uuid not null,
  subject_kind text not null check (subject_kind in ('organization', 'person')),
  subject_id uuid not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  stores jsonb not null,
  audit_seal jsonb,
  -- Set when work that was under way can no longer have written anything after the erasure.
  settled_at timestamptz
);
create index receipts_by_time on privacy.receipts (organization_id, requested_at desc);
create index receipts_unsettled on privacy.receipts (requested_at) where settled_at is null;
select kit.protect_table('privacy.receipts', 'select, insert, update');
select kit.open_to_system('privacy.receipts', 'select');
