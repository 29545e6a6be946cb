-- Placeholders and near duplicates (issue C): what a picture looks like, in a few bytes.
alter table images add column blur_hash varchar(64);
alter table images add column dominant_colour varchar(7);
alter table images add column perceptual_hash bigint;
create index images_perceptual_hash on images (reference_type, perceptual_hash) include (image_id)
    where perceptual_hash is not null and status in ('READY', 'CONFIRMED');
