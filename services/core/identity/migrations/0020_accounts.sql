-- Who can sign in. These rows precede tenancy: a person signs in before it is known to which organisation they belong, so
-- they carry no organization_id. They have a schema and a role of their own instead: neither a tenant's transaction
-- (app_user) nor the system role (app_system) has any right on them.
create schema accounts;
do $$ begin create role app_accounts nologin; exception when duplicate_object then null; end $$;
do $$ begin
  execute format('grant app_accounts to %I', current_user);
exception when others then null; -- a superuser needs no membership, and cannot be granted one on some servers
end $$;
grant usage on schema accounts to app_accounts;

create function accounts.protect(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy accounts on %s to app_accounts using (true) with check (true)', target);
  execute format('grant select, insert, update, delete on %s to app_accounts', target);
end $$;

create table accounts.people (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  language text not null default 'zh',
  -- The organisation that is made when the address is verified; null for who joins an existing one.
  organization_id uuid,
  organization_name text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
select accounts.protect('accounts.people');

create table accounts.sessions (
  id uuid primary key,
  user_id uuid not null references accounts.people (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sessions_of_person on accounts.sessions (user_id);
select accounts.protect('accounts.sessions');

create table accounts.credentials (
  id uuid primary key,
  user_id uuid not null references accounts.people (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index credentials_of_person on accounts.credentials (user_id);
select accounts.protect('accounts.credentials');

create table accounts.verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verifications_by_identifier on accounts.verifications (identifier);
select accounts.protect('accounts.verifications');

create table accounts.second_factors (
  id uuid primary key,
  user_id uuid not null references accounts.people (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index second_factors_of_person on accounts.second_factors (user_id);
select accounts.protect('accounts.second_factors');

-- How often something was tried in a window of time, under a hash of what identifies who tries.
create table accounts.attempts (
  key text primary key,
  count integer not null,
  window_ends_at timestamptz not null
);
create index attempts_by_end on accounts.attempts (window_ends_at);
select accounts.protect('accounts.attempts');

-- Mail on its way. Without a mail server it stays here, to be read by the owner of the installation.
create table accounts.mails (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  -- Null once it was delivered: it holds a link that opens an account.
  body text,
  status text not null check (status in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  error text,
  created_at timestamptz not null
);
create index mails_by_time on accounts.mails (created_at desc, id desc);
create index mails_waiting on accounts.mails (next_at) where status = 'waiting';
select accounts.protect('accounts.mails');

-- Who was asked into an organisation. The secret of the link is kept as a hash only.
create table identity.invitations (
  id uuid primary key,
  organization_id uuid not null,
  email text not null,
  roles text[] not null,
  token_hash text not null unique,
  language text not null,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create index invitations_of_organization on identity.invitations (organization_id, created_at desc);
select kit.protect_table('identity.invitations');
select kit.open_to_system('identity.invitations', 'select');

-- Who left keeps a row, so that what they did still has a name.
alter table identity.users add column joined_at timestamptz not null default now();
alter table identity.users add column left_at timestamptz;
create index users_of_organization on identity.users (organization_id);
