-- Who does a scheduled job, and when it was last done (spec 4-data.md, "Schedules"; ADR 0011).
create table job_leases (
    name     varchar(100) primary key,
    owner    varchar(100),
    until    timestamptz,
    last_run timestamptz
);

-- A key that cannot be sent waits longer from failure to failure, and says why.
alter table outbox_claims add failures integer not null default 0;
alter table outbox_claims add error varchar(500);

-- The head of the queue, oldest first.
create index outbox_unsent_id on outbox (id) where sent_at is null;

