-- Who proposed a reply, so that somebody else approves it; null for what was proposed before this was kept.
alter table objections.library add column proposed_by_id uuid;
