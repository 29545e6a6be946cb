package io.imageservice.access;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.TreeSet;

/// Every endpoint there is, as `GET /path/{id}`, hidden ones included: from the classes, not from
/// what the service says of itself.
final class Endpoints {
    private static final List<Class<? extends Annotation>> VERBS =
            List.of(GET.class, POST.class, PUT.class, DELETE.class, PATCH.class);

    private Endpoints() {}

    static TreeSet<String> all() {
        var all = new TreeSet<String>();
        new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.imageservice")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .forEach(type ->
                                type.getMethods().forEach(method -> add(all, type, method)));
        return all;
    }

    private static void add(TreeSet<String> all, JavaClass type, JavaMethod method) {
        for (Class<? extends Annotation> verb : VERBS) {
            if (method.isAnnotatedWith(verb)) {
                String path = type.getAnnotationOfType(Path.class).value();
                if (method.isAnnotatedWith(Path.class)) {
                    path += "/" + method.getAnnotationOfType(Path.class).value();
                }
                // `{year: \d{4}}` is `{year}`
                String plain = path.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}", "{$1}");
                all.add(verb.getSimpleName() + " " + plain);
            }
        }
    }
}
