package io.imageservice.platform;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/// Says in the OpenAPI document what `@Nullable` says in a record: a member is always there, may be
/// null, or may be absent (in requests, and where `@JsonInclude` leaves it out). Runs while the
/// service is built.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RecordSchemas implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

    private final IndexView index;

    /// @param index of the classes of the service; given by the build
    public RecordSchemas(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .forEach(type -> explain(type, schemas.get(schemaName(type))));
    }

    private static void explain(ClassInfo type, @Nullable Schema schema) {
        Map<String, FieldInfo> members = members(type);
        @Nullable Map<String, Schema> documented = schema == null ? null : schema.getProperties();
        // Records of one name are told apart by what they have.
        if (schema == null
                || schema.getRequired() != null // explained: the build may run a filter twice
                || documented == null
                || !documented.keySet().equals(members.keySet())) {
            return;
        }
        members.forEach((name, member) -> {
            boolean nullable = member.type().hasAnnotation(NULLABLE);
            if (absent(type, member.type(), nullable)) {
                return;
            }
            schema.addRequired(name);
            if (nullable) {
                orNull(requireNonNull(documented.get(name)));
            }
        });
    }

    private static boolean absent(ClassInfo type, Type member, boolean nullable) {
        if (nullable && type.simpleName().endsWith("Request")) {
            return true;
        }
        if (!type.hasDeclaredAnnotation(JsonInclude.class)) {
            return false;
        }
        String left = type.declaredAnnotation(JsonInclude.class).value().asEnum();
        return nullable
                || left.equals("NON_EMPTY") && member.kind() == Type.Kind.PARAMETERIZED_TYPE;
    }

    private static void orNull(Schema schema) {
        String ref = schema.getRef();
        if (ref == null) {
            schema.addType(Schema.SchemaType.NULL);
            return;
        }
        schema.setRef(null);
        schema.addAnyOf(OASFactory.createSchema().ref(ref));
        schema.addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
    }

    private static String schemaName(ClassInfo type) {
        var named =
                type.declaredAnnotation(
                        org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        boolean given = named != null && named.value("name") != null;
        return given ? named.value("name").asString() : type.simpleName();
    }

    /// The members of the JSON, by their names there.
    private static Map<String, FieldInfo> members(ClassInfo type) {
        Map<String, FieldInfo> members = new LinkedHashMap<>();
        for (FieldInfo field : type.unsortedFields()) {
            if (isMember(field)) {
                var renamed = field.annotation(JsonProperty.class);
                members.put(renamed == null ? field.name() : renamed.value().asString(), field);
            }
        }
        return members;
    }

    private static boolean isMember(FieldInfo field) {
        boolean constant = java.lang.reflect.Modifier.isStatic(field.flags());
        return !constant && !field.hasAnnotation(JsonIgnore.class);
    }
}
