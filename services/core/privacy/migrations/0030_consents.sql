-- Consent and its withdrawal, each an entry of its own: the newest of an address and a purpose counts, the rest is history.
create table privacy.consents (
  id uuid primary key,
  organization_id uuid not null,
  -- The address is sealed; the keyed hash finds it.
  address text not null,
  address_index text,
  purpose text not null,
  decision text not null check (decision in ('given', 'withdrawn')),
  source text not null,
  -- What shows it: words of the form, where the e-mail lies, who was on the phone.
  proof text not null,
  decided_at timestamptz not null,
  expires_at timestamptz,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now()
);
create index consents_of_address on privacy.consents (organization_id, address_index, purpose, decided_at desc);
create index consents_by_time on privacy.consents (organization_id, decided_at desc, id desc);
select kit.protect_table('privacy.consents', 'select, insert, update');

-- What a retention run took away, or would have.
create table privacy.retention_runs (
  id uuid primary key,
  organization_id uuid not null,
  started_at timestamptz not null,
  started_by uuid,
  dry boolean not null,
  results jsonb not null
);
create index retention_runs_by_time on privacy.retention_runs (organization_id, started_at desc);
select kit.protect_table('privacy.retention_runs', 'select, insert');
