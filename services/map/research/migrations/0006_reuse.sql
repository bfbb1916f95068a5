-- A run may take over what an earlier one read while it is fresh: then this is when it was read. Null: the run read it itself.
alter table research.run_pages add column read_earlier_at timestamptz;
