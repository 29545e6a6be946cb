package io.imageservice.platform;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentHolder;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.smallrye.openapi.runtime.OpenApiRecorder;
import io.quarkus.smallrye.openapi.runtime.filter.AutoSecurityFilter;
import io.smallrye.openapi.runtime.io.Format;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Has the native executable read the OpenAPI document, and write it as JSON and YAML, when it is
/// first asked for. Quarkus does so at every start: a seventh of the way to the first answer. What
/// is changed are two methods of Quarkus; a build against others fails. On a JVM nothing changes.
final class ApiDocumentOnRequest {
    /// What is still to be read, by the name of the document.
    static final Map<String, Parts> UNREAD = new HashMap<>();

    private ApiDocumentOnRequest() {}

    record Parts(@Nullable AutoSecurityFilter security, Map<RunStage, List<String>> filters) {}

    @TargetClass(OpenApiRecorder.class)
    static final class Recorder {
        @Substitute
        public void prepareDocument(
                @Nullable AutoSecurityFilter security,
                Map<RunStage, List<String>> filters,
                String name) {
            synchronized (UNREAD) {
                UNREAD.put(name, new Parts(security, filters));
            }
        }
    }

    @TargetClass(OpenApiDocumentService.class)
    @SuppressWarnings("NullAway.Init") // the fields are the target's
    static final class Service {
        @Alias private static OpenApiDocumentHolder EMPTY_DOCUMENT;
        @Alias private Map<String, OpenApiDocumentHolder> documentHolders;

        @Alias
        native void prepareDocument(
                @Nullable AutoSecurityFilter security,
                Map<RunStage, List<String>> filters,
                String name);

        @Substitute
        public byte[] getDocument(String name, Format format) {
            synchronized (UNREAD) {
                var parts = UNREAD.remove(name);
                if (parts != null) {
                    prepareDocument(parts.security(), parts.filters(), name);
                }
            }
            var document = documentHolders.getOrDefault(name, EMPTY_DOCUMENT);
            return format == Format.JSON ? document.getJsonDocument() : document.getYamlDocument();
        }
    }
}
