-- What a moderator is told of a channel: that it was paused, or that cards stay unpublished.
alter table notices add column kind text not null default 'paused';
