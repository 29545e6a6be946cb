package io.imageservice.processing;

import io.imageservice.engine.ImageFormat;
import io.imageservice.image.StoredObject;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One rendition that is finished and not yet stored.
///
/// @param deliverable whether its metadata is out of it
/// @param width upright; null where nobody knows (some videos)
record Product(
        String rendition,
        String key,
        ImageFormat format,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean deliverable,
        Bytes bytes) {

    /// Where the bytes are.
    sealed interface Bytes {
        long length();

        record InMemory(byte[] array) implements Bytes {
            @Override
            public long length() {
                return array.length;
            }
        }

        record OnDisk(Path file, long length) implements Bytes {}
    }

    /// The row that says it is stored.
    StoredObject row(UUID imageId) {
        StoredObject row = new StoredObject();
        row.imageId = imageId;
        row.rendition = rendition;
        row.key = key;
        row.bytes = bytes.length();
        row.format = format.name();
        row.width = width;
        row.height = height;
        row.deliverable = deliverable;
        return row;
    }
}
