-- The span that queued a delivery or its edit, so that a trace goes on where the delivery is sent. Null where nothing was traced.
alter table deliveries add column trace text collate "C";
