-- Administrators without a second step are asked for one; an organisation may decide otherwise.
alter table identity.organizations add column administrators_need_second_step boolean not null default true;
-- When the password was last given again, for what cannot be undone.
alter table accounts.sessions add column confirmed_at timestamptz;
