-- A contact who was erased leaves an empty record behind, so that figures which counted the person hold.
alter table deals.contacts add column erased_at timestamptz;
