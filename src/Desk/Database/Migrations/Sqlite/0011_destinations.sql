-- What a channel is stands beside its id. Until now, a member's private messages were the member's id with an @ before it.

-- What the channel was when the delivery was queued; while it is subscribed, the subscription knows better.
alter table deliveries add column destination text not null default 'text';

update deliveries
set destination = coalesce((select s.destination from subscriptions s where s.channel = deliveries.channel), 'text');

update deliveries
set destination = 'member', channel = substr(channel, 2)
where channel like '@%';

-- Rules refer to their subscription, so it is there under both ids for a moment.
insert into subscriptions (channel, guild, latest, from_settings, created_at, destination, chosen_by, paused_at, pause_reason, is_paused_by_bot)
select substr(channel, 2), guild, latest, from_settings, created_at, 'member', chosen_by, paused_at, pause_reason, is_paused_by_bot
from subscriptions
where channel like '@%';

update subscription_rules
set channel = substr(channel, 2)
where channel like '@%';

delete from subscriptions
where channel like '@%';

update subscription_changes
set channel = substr(channel, 2)
where channel like '@%';

update story_followers
set channel = substr(channel, 2)
where channel like '@%';

update coverage_news
set channel = substr(channel, 2)
where channel like '@%';

update digests
set channel = substr(channel, 2)
where channel like '@%';

update notices
set about = substr(about, 2)
where about like '@%';
