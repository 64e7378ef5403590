-- Whom a post pinged, so that each role has its own time between pings. Null where only one role could be pinged.
alter table deliveries add column pinged_roles text;
