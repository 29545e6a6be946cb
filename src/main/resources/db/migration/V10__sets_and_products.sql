-- Ordered sets, known products, and work on caches (spec 4-data.md; ADRs 0010, 0009).

create table products (
    product_id uuid primary key,
    created_at timestamptz not null
);

-- A deletion is remembered, so that a late creation does not bring the product back.
create table product_tombstones (
    product_id uuid primary key,
    deleted_at timestamptz not null,
    seen_at    timestamptz not null
);
create index product_tombstones_age on product_tombstones (seen_at);

-- The row every change of a set locks; its revision outlives the set's images and its product.
create table reference_sets (
    reference_type varchar(64) not null references reference_types (code),
    reference_id   varchar(200) not null,
    revision       bigint not null,
    primary key (reference_type, reference_id)
);
create index reference_sets_reference on reference_sets (reference_id, reference_type);

-- seq_number is null while an uploaded product image waits to be READY; place orders both kinds.
create table image_sequence (
    image_id       uuid primary key references images (image_id),
    reference_type varchar(64) not null,
    reference_id   varchar(200) not null,
    seq_number     integer check (seq_number >= 0),
    place          bigint not null,
    foreign key (reference_type, reference_id) references reference_sets (reference_type, reference_id),
    unique (reference_type, reference_id, image_id),
    unique (reference_type, reference_id, seq_number) deferrable initially deferred
);

-- Cached entries that are to go, until Redis took it.
create table cache_drops (
    id         bigint generated always as identity primary key,
    cache_key  varchar(300) not null,
    created_at timestamptz not null
);
create index cache_drops_age on cache_drops (created_at);
