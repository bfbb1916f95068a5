-- Accounts are sealed with the installation's own key: their door asks which version seals now.
grant usage on schema kit to app_accounts;
grant select on kit.installation_key to app_accounts;
create policy accounts on kit.installation_key for select to app_accounts using (true);
grant execute on function kit.installation_key_now() to app_accounts;
