package io.imageservice.faults;

import io.imageservice.stack.Stack;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What holds of storage: an object for every row, a row for every object.
final class StoragePromises {
    /// What the embedded S3 server was writing when it was killed: it renames a file once whole.
    private static final Pattern HALF_WRITTEN = Pattern.compile(".+\\.\\w+-[0-9a-f-]{36}");

    private final Rows rows;
    private final List<String> broken;

    StoragePromises(Rows rows, List<String> broken) {
        this.rows = rows;
        this.broken = broken;
    }

    void look(Stack stack) throws Exception {
        var there = objects(stack);
        var named = new HashMap<String, Long>();
        for (var row :
                rows.read(
                        "select o.key, o.bytes, i.status from storage_objects o join images i on i.image_id = o.image_id")) {
            named.put(row.text(0), row.number(1));
            var bytes = there.get(row.text(0));
            if (!row.text(2).equals("DELETED") && (bytes == null || bytes != row.number(1))) {
                broken.add(
                        "a %s image's object of %s bytes is %s: %s"
                                .formatted(
                                        row.text(2),
                                        row.text(1),
                                        bytes == null ? "missing" : bytes + " bytes",
                                        row.text(0)));
            }
        }
        there.keySet().stream()
                .filter(key -> !named.containsKey(key) && !HALF_WRITTEN.matcher(key).matches())
                .forEach(key -> broken.add("an orphan: " + key));
    }

    /// Every key of the bucket with its size.
    static Map<String, Long> objects(Stack stack) throws Exception {
        var properties = stack.properties();
        var client =
                MinioClient.builder()
                        .endpoint(stack.s3().endpoint())
                        .region(properties.get("images.storage.region"))
                        .credentials(
                                properties.get("images.storage.access-key"),
                                properties.get("images.storage.secret-key"))
                        .build();
        Map<String, Long> objects = new HashMap<>();
        var all =
                ListObjectsArgs.builder()
                        .bucket(properties.get("images.storage.bucket"))
                        .recursive(true)
                        .build();
        for (var object : client.listObjects(all)) {
            objects.put(object.get().objectName(), object.get().size());
        }
        return objects;
    }
}
