-- What the removal of objects leaves behind, and what sweeps need to find their work by index.

-- Removals that failed: the truth behind Redis' failed_deletes.
create table removal_failures (
    image_id  uuid primary key references images (image_id) on delete cascade,
    since     timestamptz not null,
    last_try  timestamptz not null,
    failures  integer not null
);
create index removal_failures_age on removal_failures (since);

-- What a job found the last time, whichever pod ran it.
create table sweep_reports (
    job         varchar(100) primary key,
    finished_at timestamptz not null,
    counts      text not null
);

-- Is an old TEMP image's task still on its way?
create index outbox_tasks on outbox (key) where topic = 'image.tasks';

-- Removals that waited for a worker's lease.
create index images_unpurged_lease on images (lease_until)
    where status = 'DELETED' and purged_at is null and lease_until is not null;

-- Listings of S3 are in byte order; the reconciler walks both side by side.
create index storage_objects_key_bytes on storage_objects (key collate "C");
