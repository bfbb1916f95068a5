-- Connections to models, search and browsers. They belong to the vendor's organisation and serve the whole installation;
-- keys are not here but with the secrets.
create table settings.connections (
  id uuid primary key,
  organization_id uuid not null,
  purpose text not null check (purpose in ('model', 'search', 'browser')),
  kind text not null,
  model text,
  base_url text,
  price jsonb,
  position integer not null,
  updated_at timestamptz not null default now()
);
create unique index one_connection_of_its_purpose on settings.connections (organization_id, purpose) where purpose <> 'model';
select kit.protect_table('settings.connections');
-- The model layer answers for every organisation, so it reads the list as the system.
select kit.open_to_system('settings.connections', 'select');
