-- Where the expected passages came by words alone, when the run also searched by meaning.
alter table knowledge.trial_runs add column words_outcomes jsonb;
