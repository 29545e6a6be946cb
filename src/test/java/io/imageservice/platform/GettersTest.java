package io.imageservice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.imageservice.image.Image;
import io.imageservice.image.StatusChange;
import io.imageservice.image.StoredObject;
import io.imageservice.reference.ReferenceType;
import java.lang.reflect.Field;
import org.hibernate.internal.util.ReflectHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GettersTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                Image.class,
                StoredObject.class,
                StatusChange.class,
                ReferenceType.class,
                Odd.class,
                Pair.class
            })
    void areThoseHibernateFinds(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            for (String property : new String[] {field.getName(), "other"}) {
                assertEquals(
                        ReflectHelper.findGetterMethodForFieldAccess(field, property),
                        Getters.of(type).of(field, property),
                        field.toString());
            }
        }
    }

    @Test
    void areFound() throws NoSuchFieldException {
        for (String property : new String[] {"name", "ready", "URL", "wide"}) {
            assertNotNull(
                    Getters.of(Odd.class).of(Odd.class.getDeclaredField(property), property),
                    property);
        }
    }

    /// Getters of many kinds, and what is none.
    @SuppressWarnings("unused")
    private static final class Odd {
        private String name = "";
        private boolean ready;
        private String URL = "";
        private String wide = "";
        private int narrow;
        private String given = "";
        private String shared = "";

        String getName() {
            return name;
        }

        boolean isReady() {
            return ready;
        }

        String getURL() {
            return URL;
        }

        Object getWide() {
            return wide;
        }

        String getNarrow() {
            return "";
        }

        String getGiven(String key) {
            return given;
        }

        static String getShared() {
            return "";
        }

        String getOther() {
            return "";
        }
    }

    private record Pair(String left, boolean right) {}
}
