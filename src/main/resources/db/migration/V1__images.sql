-- What an upload, its rendering, its reading and its removal need (spec 4-data.md).

create table reference_types (
    code             varchar(64) primary key check (code ~ '^[A-Z][A-Z0-9_]*$'),
    name             varchar(100) not null,
    allows_multiple  boolean not null,
    max_images       integer check (max_images > 0),
    description      varchar(500) not null default '',
    is_public        boolean not null,
    accepted_formats varchar(200),
    max_bytes        bigint check (max_bytes > 0),
    renditions       varchar(2000)
);

insert into reference_types (code, name, allows_multiple, max_images, is_public, description) values
    ('PRODUCT', '상품', true, 10, true, 'Images of a product'),
    ('POST', '게시글', true, 20, true, 'Images of a post'),
    ('BANNER', '배너', true, null, true, 'Banners'),
    ('CATEGORY', '카테고리', false, 1, true, 'The image of a category'),
    ('PROFILE', '프로필', false, 1, true, 'A profile picture'),
    ('USER_BACKGROUND', '사용자 배경', false, 1, true, 'The background of a user page'),
    ('GENERAL', '일반', true, null, false, 'Whatever an upload names no category for');

create table extensions (
    code varchar(16) primary key,
    name varchar(100) not null
);

insert into extensions (code, name) values
    ('JPG', 'JPEG Image'), ('JPEG', 'JPEG Image'), ('PNG', 'Portable Network Graphics'),
    ('GIF', 'Graphics Interchange Format'), ('WEBP', 'WebP Image'), ('AVIF', 'AV1 Image File Format'),
    ('BMP', 'Bitmap Image'), ('SVG', 'Scalable Vector Graphics'), ('MP4', 'MPEG-4 Video'),
    ('MOV', 'QuickTime Video'), ('HEIC', 'High Efficiency Image Container'),
    ('HEIF', 'High Efficiency Image Format');

create table images (
    image_id       uuid primary key,
    status         varchar(16) not null,
    reference_type varchar(64) not null references reference_types (code),
    reference_id   varchar(200),
    path           varchar(300) not null,
    uploader_id    varchar(200),
    owner          varchar(200) not null,
    file_name      varchar(255) not null,
    format         varchar(8) not null,
    bytes          bigint not null,
    sha256         varchar(64) not null,
    width          integer,
    height         integer,
    processing     text,
    mode           varchar(16),
    attempts       integer not null default 0,
    lease_owner    varchar(100),
    lease_until    timestamptz,
    error_code     varchar(64),
    error_detail   varchar(1000),
    changes        integer not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    deleted_at     timestamptz,
    purged_at      timestamptz,
    version        bigint not null
);

-- The keyset page, whole and by what it can be filtered with.
create index images_page on images (created_at desc, image_id desc) where status <> 'DELETED';
create index images_status on images (status, created_at desc, image_id desc);
create index images_category on images (reference_type, created_at desc, image_id desc);
create index images_reference on images (reference_type, reference_id, created_at desc, image_id desc);
create index images_reference_id on images (reference_id, created_at desc, image_id desc);
create index images_uploader on images (uploader_id, created_at desc, image_id desc);
create index images_mode on images (mode, created_at desc, image_id desc);
create index images_lease on images (lease_until) where status = 'TEMP' and lease_until is not null;
create index images_unpurged on images (deleted_at) where status = 'DELETED' and purged_at is null;
create index images_purged on images (purged_at) where purged_at is not null;

create table storage_objects (
    image_id  uuid not null references images (image_id) on delete cascade,
    rendition varchar(64) not null,
    key       varchar(400) not null,
    bytes     bigint not null,
    format    varchar(8) not null,
    width     integer,
    height    integer,
    deliverable boolean not null default true,
    primary key (image_id, rendition)
);
create index storage_objects_key on storage_objects (key);

create sequence status_history_id;
create table status_history (
    id         bigint primary key default nextval('status_history_id'),
    image_id   uuid not null,
    sequence   integer not null,
    old_status varchar(16),
    new_status varchar(16) not null,
    updated_at timestamptz not null,
    updated_by varchar(200) not null,
    reason     varchar(1000) not null,
    trace_id   varchar(32) not null,
    unique (image_id, sequence)
);
create index status_history_time on status_history (updated_at);

-- Every pod hears of every change: who waits for an image, or watches one, need not poll.
create function notify_status_change() returns trigger language plpgsql as $$
begin
    perform pg_notify('image_status', json_build_object('id', new.id, 'imageId', new.image_id,
        'oldStatus', new.old_status, 'newStatus', new.new_status)::text);
    return null;
end $$;
create trigger status_history_notify after insert on status_history
    for each row execute function notify_status_change();

create table idempotency_keys (
    principal      varchar(200) not null,
    path           varchar(300) not null,
    key            varchar(255) not null,
    fingerprint    varchar(64) not null,
    reserved_until timestamptz not null,
    status         integer,
    location       varchar(300),
    body           text,
    created_at     timestamptz not null,
    primary key (principal, path, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);
