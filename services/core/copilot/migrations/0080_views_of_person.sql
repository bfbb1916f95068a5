-- A person's views are read at every visit of the workspace.
create index views_of_person on copilot.views (user_id, created_at);
