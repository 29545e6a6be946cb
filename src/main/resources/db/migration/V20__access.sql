-- API keys (images.auth=keys), and the page of one owner's images (images.owner-isolation).

create table api_keys (
    id            uuid primary key,
    secret_sha256 varchar(64) not null unique,
    name          varchar(100) not null,
    principal     varchar(200) not null,
    scopes        varchar(200) not null,
    created_at    timestamptz not null,
    created_by    varchar(200) not null,
    expires_at    timestamptz,
    last_used_at  timestamptz,
    revoked_at    timestamptz
);

-- The bytes are for the quota: counted without reading rows.
create index images_owner on images (owner, created_at desc, image_id desc) include (bytes) where status <> 'DELETED';
