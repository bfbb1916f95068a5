-- What a process that died was sending is sent again under its own key now. What was left in doubt before can be sent again
-- by the same button as what failed.
update copilot.deliveries set status = 'failed' where status = 'unconfirmed';
