-- What agents are called is asked of the people themselves; the release before reads the empty names without harm.
update portfolio.clients set agents = (
  select coalesce(jsonb_agg(jsonb_build_object('id', agent -> 'id', 'name', '{"zh":"","en":""}'::jsonb) order by place), '[]')
  from jsonb_array_elements(agents) with ordinality as listed(agent, place))
where agents <> '[]';
