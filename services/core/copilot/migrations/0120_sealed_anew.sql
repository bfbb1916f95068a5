-- What tells of people is sealed anew under another key, and sealed at all where an earlier release wrote it in plain.
grant update (title, text) on copilot.timeline to app_user;
grant update (text) on copilot.notices to app_user;
