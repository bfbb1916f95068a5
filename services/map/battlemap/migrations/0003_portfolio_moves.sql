-- The list of maps is kept by its own service from the events.
drop table battlemap.portfolio;
