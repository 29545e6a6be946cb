package io.imageservice.query;

import io.imageservice.asset.Attributes;
import io.imageservice.error.ErrorCode;
import io.imageservice.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Serves an object's bytes as RFC 9110 has it: strong ETag, 304, one range, true length and type.
/// ETag and length come from the object served.
@ApplicationScoped
class Serving {
    private final ObjectStore store;

    Serving(ObjectStore store) {
        this.store = store;
    }

    /// The headers of a request that decide what is sent.
    record Asked(
            boolean head,
            @Nullable String ifNoneMatch,
            @Nullable String range,
            @Nullable String ifRange) {
        boolean plain() {
            return !head && ifNoneMatch == null && range == null;
        }
    }

    /// What to answer; the caller streams and closes the body.
    record Served(int status, Map<String, String> headers, ObjectStore.@Nullable Content body) {}

    /// @throws io.imageservice.error.ServiceException `RENDITION_NOT_FOUND` when the object is gone
    Served serve(Servable object, Asked asked, String cacheControl) {
        Map<String, String> headers = headers(object, cacheControl);
        if (asked.plain()) {
            var body = found(store.read(object.key(), 0, 0));
            headers.put("ETag", quoted(body.etag()));
            headers.put("Content-Length", Long.toString(body.bytes()));
            return new Served(200, headers, body);
        }
        var stat = found(store.stat(object.key()));
        headers.put("ETag", quoted(stat.etag()));
        if (matches(asked.ifNoneMatch(), stat.etag())) {
            headers.remove("Content-Type");
            return new Served(304, headers, null);
        }
        return switch (range(asked, stat)) {
            case ByteRange.Whole whole -> whole(object, asked, stat, headers);
            case ByteRange.Part part -> part(object, asked, stat, part, headers);
            case ByteRange.Unsatisfiable none -> {
                headers.put("Content-Range", "bytes */" + stat.bytes());
                yield new Served(416, headers, null);
            }
        };
    }

    private Served whole(
            Servable object, Asked asked, ObjectStore.Stat stat, Map<String, String> headers) {
        headers.put("Content-Length", Long.toString(stat.bytes()));
        return new Served(
                200, headers, asked.head() ? null : found(store.read(object.key(), 0, 0)));
    }

    private Served part(
            Servable object,
            Asked asked,
            ObjectStore.Stat stat,
            ByteRange.Part part,
            Map<String, String> headers) {
        headers.put("Content-Length", Long.toString(part.length()));
        headers.put(
                "Content-Range",
                "bytes %d-%d/%d".formatted(part.first(), part.last(), stat.bytes()));
        var body =
                asked.head() ? null : found(store.read(object.key(), part.first(), part.length()));
        return new Served(206, headers, body);
    }

    private static ByteRange range(Asked asked, ObjectStore.Stat stat) {
        boolean stale = asked.ifRange() != null && !asked.ifRange().equals(quoted(stat.etag()));
        return asked.range() == null || stale
                ? new ByteRange.Whole()
                : ByteRange.of(asked.range(), stat.bytes());
    }

    private static Map<String, String> headers(Servable object, String cacheControl) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", object.format().mediaType());
        headers.put("Cache-Control", cacheControl);
        headers.put("Accept-Ranges", "bytes");
        headers.put("Content-Disposition", disposition(object));
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", "default-src 'none'; sandbox");
        return headers;
    }

    /// RFC 6266; the name in UTF-8 as RFC 8187 has it, so that nothing in it can end the header.
    private static String disposition(Servable object) {
        String kind = Attributes.attached(object.format()) ? "attachment" : "inline";
        String name =
                URLEncoder.encode(object.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
        return kind + "; filename*=UTF-8''" + name;
    }

    private static boolean matches(@Nullable String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String one : ifNoneMatch.split(",")) {
            String tag = one.strip();
            if (tag.equals("*") || tag.replaceFirst("^W/", "").equals(quoted(etag))) {
                return true;
            }
        }
        return false;
    }

    private static String quoted(String etag) {
        return '"' + etag + '"';
    }

    private static <T> T found(Optional<T> stored) {
        return stored.orElseThrow(
                () -> ErrorCode.RENDITION_NOT_FOUND.because("the rendition is not there"));
    }
}
