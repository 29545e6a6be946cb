-- The transactional outbox and inbox (spec 3-events.md, "Leaving", "Arriving"; ADR 0001).

create table outbox (
    id          bigint generated always as identity primary key,
    event_id    uuid not null unique,
    topic       varchar(249) not null,
    key         varchar(200) not null,
    type        varchar(64) not null,
    payload     text not null,
    headers     text,
    traceparent varchar(55),
    created_at  timestamptz not null,
    sent_at     timestamptz
);
create index outbox_unsent on outbox (topic, key, id) where sent_at is null;
create index outbox_unsent_age on outbox (created_at) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

-- A relay takes keys, not rows.
create table outbox_claims (
    topic        varchar(249) not null,
    key          varchar(200) not null,
    owner        varchar(100) not null,
    leased_until timestamptz not null,
    primary key (topic, key)
);

create function notify_outbox() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end $$;
create trigger outbox_notify after insert on outbox
    for each statement execute function notify_outbox();

create table consumed_messages (
    message_id  varchar(400) primary key,
    consumed_at timestamptz not null
);
create index consumed_messages_age on consumed_messages (consumed_at);

create table dead_letters (
    id          uuid primary key,
    topic       varchar(249) not null,
    key         varchar(200),
    payload     text,
    image_id    uuid,
    reason      varchar(1000) not null,
    attempts    integer not null,
    origin      varchar(400) not null,
    created_at  timestamptz not null,
    resolved_at timestamptz,
    resolution  varchar(16)
);
create index dead_letters_open on dead_letters (created_at) where resolved_at is null;
create index dead_letters_image on dead_letters (image_id);
