-- What a story's card said when it was last sent, so that the next edit can say what is new.
alter table deliveries add column shown_title text;
alter table deliveries add column shown_outlets integer;
alter table deliveries add column shown_as_embed integer;
