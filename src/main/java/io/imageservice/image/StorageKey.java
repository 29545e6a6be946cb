package io.imageservice.image;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/// Where an image's objects lie in the bucket (spec 4-data.md, "Storage"). Deterministic: the same
/// work done twice overwrites the same objects.
public final class StorageKey {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    private StorageKey() {}

    /// The untouched upload: `originals/{yyyy}/{MM}/{dd}/{uuid}`.
    public static String original(UUID id, OffsetDateTime created) {
        return "originals/" + day(created) + "/" + id;
    }

    /// The path of `main`: `{CATEGORY}/{yyyy}/{MM}/{dd}/{uuid}.webp`, whatever format is inside
    /// (S2).
    public static String main(String category, UUID id, OffsetDateTime created) {
        return category + "/" + day(created) + "/" + id + ".webp";
    }

    /// Any other rendition: `{CATEGORY}/{yyyy}/{MM}/{dd}/{uuid}/{rendition}.{ext}`.
    public static String rendition(String mainPath, String rendition, String extension) {
        return stem(mainPath) + "/" + rendition + "." + extension;
    }

    /// What all keys of an image but its original's begin with, `main`'s included; the id is in it.
    public static String stem(String mainPath) {
        return mainPath.substring(0, mainPath.length() - ".webp".length());
    }

    private static String day(OffsetDateTime created) {
        LocalDate date = created.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
        return DAY.format(date);
    }
}
