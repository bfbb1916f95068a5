-- Who went to another installation with their organisation is told so when they come back with an address, a session or a
-- key of before. Only hashes, those of
-- addresses keyed, so that nobody without the key can try addresses.
create table accounts.departed (
  mark text primary key,
  address text not null,
  departed_at timestamptz not null default now()
);
select accounts.protect('accounts.departed');
