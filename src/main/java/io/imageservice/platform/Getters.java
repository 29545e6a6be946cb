package io.imageservice.platform;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.hibernate.internal.util.ReflectHelper;
import org.jspecify.annotations.Nullable;

/// The getters of a class's fields.
///
/// Hibernate looks for one for every field of every entity amongst all methods of its class, which
/// are read and copied anew each time: a fifth of what a start allocates. In the native executable
/// they are read once a class; a build against another Hibernate fails. On a JVM nothing changes.
///
/// @param type the class that declares the fields
/// @param methods those of its methods that may be getters
record Getters(Class<?> type, List<Method> methods) {
    private static volatile @Nullable Getters last;

    /// Those of a class that was asked for before, or is now: a class's fields come together.
    static Getters of(Class<?> type) {
        var known = last;
        if (known == null || known.type != type) {
            known = new Getters(type, read(type));
            last = known;
        }
        return known;
    }

    private static List<Method> read(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.getParameterCount() == 0 && !Modifier.isStatic(m.getModifiers()))
                .filter(m -> type.isRecord() || isNamed(m, "get") || isNamed(m, "is"))
                .toList();
    }

    private static boolean isNamed(Method method, String prefix) {
        return method.getName().startsWith(prefix);
    }

    /// The getter of a field, if there is one; of a record's, its accessor.
    @Nullable Method of(Field field, String property) {
        for (Method method : methods) {
            if (method.getReturnType().isAssignableFrom(field.getType())
                    && (reads(method, "get", property) || reads(method, "is", property))) {
                return method;
            }
        }
        return type.isRecord() ? accessor(field) : null;
    }

    private static boolean reads(Method method, String prefix, String property) {
        if (!isNamed(method, prefix)) {
            return false;
        }
        String stem = method.getName().substring(prefix.length());
        return stem.equals(property) || Introspector.decapitalize(stem).equals(property);
    }

    private @Nullable Method accessor(Field field) {
        return methods.stream()
                .filter(method -> method.getName().equals(field.getName()))
                .findFirst()
                .orElse(null);
    }

    @TargetClass(ReflectHelper.class)
    static final class Helper {
        @Substitute
        public static @Nullable Method findGetterMethodForFieldAccess(
                Field field, String propertyName) {
            return of(field.getDeclaringClass()).of(field, propertyName);
        }
    }
}
