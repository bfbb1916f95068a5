-- Where each graph of agents stands, so that a process that dies is followed by one that goes on from the last finished step.
create table agents.checkpoints (
  organization_id uuid not null,
  thread_id text not null,
  namespace text not null,
  checkpoint_id text not null,
  parent_id text,
  checkpoint text not null,
  metadata text not null,
  primary key (organization_id, thread_id, namespace, checkpoint_id)
);
select kit.protect_table('agents.checkpoints');

create table agents.checkpoint_writes (
  organization_id uuid not null,
  thread_id text not null,
  namespace text not null,
  checkpoint_id text not null,
  task_id text not null,
  position integer not null,
  channel text not null,
  value text not null,
  primary key (organization_id, thread_id, namespace, checkpoint_id, task_id, position)
);
select kit.protect_table('agents.checkpoint_writes');
