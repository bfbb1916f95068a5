-- On what the seller rests each purpose for people who have not decided. Services ask for it within a client's transaction, and
-- it says nothing of anybody, so that every organisation may read it.
create table privacy.consent_policies (
  organization_id uuid primary key,
  purposes jsonb not null,
  revision integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null
);
select kit.protect_table('privacy.consent_policies', 'select, insert, update');
create policy everybody_reads on privacy.consent_policies for select to app_user using (true);
