-- Each seller decides for its own clients alone. A client has its seller's policy as a row of its own, so that nobody reads
-- across organisations; whoever made a client, or else looks after it, is its seller. Processes of the release before find
-- that row too: it is the only one that a client's transaction shows them.
drop policy if exists everybody_reads on privacy.consent_policies;
do $$ begin
  if to_regclass('identity.organizations') is null then return; end if;
  insert into privacy.consent_policies (organization_id, purposes, revision, changed_by, changed_at)
  select client.organization_id, policy.purposes, policy.revision, policy.changed_by, policy.changed_at
  from identity.organizations client
  join privacy.consent_policies policy on policy.organization_id = coalesce(
    (select vendor.organization_id from identity.users maker
     join identity.organizations vendor on vendor.organization_id = maker.organization_id and vendor.kind = 'vendor'
     where maker.id = client.created_by),
    (select vendor.organization_id from identity.assignments a join identity.users agent on agent.id = a.user_id
     join identity.organizations vendor on vendor.organization_id = agent.organization_id and vendor.kind = 'vendor'
     where a.organization_id = client.organization_id order by a.assigned_at, vendor.organization_id limit 1))
  where client.kind = 'client'
  on conflict do nothing;
end $$;
