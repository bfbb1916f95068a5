-- Names of owners stand apart from stages and dates, which are counted, so that they can be sealed.
alter table deals.changes add column owners jsonb;
update deals.changes set owners = jsonb_build_object('before', coalesce(before, ''), 'after', after), before = null, after = ''
  where kind = 'owner';
