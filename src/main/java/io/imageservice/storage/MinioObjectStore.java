package io.imageservice.storage;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.UploadObjectArgs;
import io.minio.http.Method;
import io.minio.messages.Item;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The MinIO SDK behind the port; any S3-compatible server serves. Each call about an object is a
/// span.
@ApplicationScoped
class MinioObjectStore implements ObjectStore {
    /// Larger than any image, so that an object is always one request.
    private static final long PART_SIZE = 256L * 1024 * 1024;

    private final MinioClient client;
    private final MinioClient signer;
    private final String bucket;

    MinioObjectStore(StorageConfig config, StorageTrust trust) {
        client = MinioClients.of(config, config.endpoint(), trust);
        signer = MinioClients.of(config, config.publicEndpoint().orElse(config.endpoint()), trust);
        bucket = config.bucket();
    }

    @Override
    @WithSpan(value = "storage put", kind = SpanKind.CLIENT)
    public void put(String key, Path file, Attributes attributes) {
        StorageCall.run(() ->
                client.uploadObject(
                        UploadObjectArgs.builder()
                                .bucket(bucket)
                                .object(key)
                                .filename(file.toString(), PART_SIZE)
                                .contentType(attributes.contentType())
                                .headers(attributes.headers())
                                .build()));
    }

    @Override
    @WithSpan(value = "storage put", kind = SpanKind.CLIENT)
    public void put(String key, byte[] bytes, Attributes attributes) {
        StorageCall.run(() ->
                client.putObject(
                        PutObjectArgs.builder().bucket(bucket).object(key).stream(
                                        new ByteArrayInputStream(bytes), bytes.length, PART_SIZE)
                                .contentType(attributes.contentType())
                                .headers(attributes.headers())
                                .build()));
    }

    @Override
    @WithSpan(value = "storage stat", kind = SpanKind.CLIENT)
    public Optional<Stat> stat(String key) {
        return StorageCall.find(() -> {
            StatObjectResponse stat =
                    client.statObject(StatObjectArgs.builder().bucket(bucket).object(key).build());
            return new Stat(stat.size(), stat.etag(), stat.contentType());
        });
    }

    @Override
    @WithSpan(value = "storage read", kind = SpanKind.CLIENT)
    public Optional<Content> read(String key, long offset, long length) {
        return StorageCall.find(() -> {
            GetObjectResponse answer = client.getObject(get(key, offset, length));
            String size = answer.headers().get("Content-Length");
            String etag = answer.headers().get("ETag");
            return new Content(
                    answer,
                    size == null ? -1 : Long.parseLong(size),
                    etag == null ? "" : etag.replace("\"", ""));
        });
    }

    private GetObjectArgs get(String key, long offset, long length) {
        GetObjectArgs.Builder args = GetObjectArgs.builder().bucket(bucket).object(key);
        if (offset > 0 || length > 0) {
            args.offset(offset);
        }
        if (length > 0) {
            args.length(length);
        }
        return args.build();
    }

    @Override
    @WithSpan(value = "storage download", kind = SpanKind.CLIENT)
    public boolean download(String key, Path target) {
        Optional<Content> content = read(key, 0, 0);
        content.ifPresent(found ->
                StorageCall.run(() -> {
                    try (InputStream in = found.stream()) {
                        return Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }));
        return content.isPresent();
    }

    @Override
    @WithSpan(value = "storage remove", kind = SpanKind.CLIENT)
    public void remove(String key) {
        StorageCall.find(() -> {
            client.removeObject(RemoveObjectArgs.builder().bucket(bucket).object(key).build());
            return key;
        });
    }

    @Override
    public void list(String prefix, Consumer<Listed> each) {
        var args = ListObjectsArgs.builder().bucket(bucket).prefix(prefix).recursive(true).build();
        StorageCall.run(() -> {
            for (var result : client.listObjects(args)) {
                Item item = result.get();
                each.accept(
                        new Listed(
                                item.objectName(), item.size(), item.lastModified().toInstant()));
            }
            return prefix;
        });
    }

    @Override
    public URI presign(String key, Duration expiry) {
        var args =
                GetPresignedObjectUrlArgs.builder()
                        .method(Method.GET)
                        .bucket(bucket)
                        .object(key)
                        .expiry((int) expiry.toSeconds(), TimeUnit.SECONDS)
                        .build();
        return URI.create(StorageCall.run(() -> signer.getPresignedObjectUrl(args)));
    }

    @Override
    public void createBucket() {
        if (!reachable()) {
            StorageCall.run(() -> {
                client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
                return bucket;
            });
        }
    }

    @Override
    public boolean reachable() {
        return StorageCall.run(
                () -> client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build()));
    }
}
