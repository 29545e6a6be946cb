package io.imageservice.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProductsTest {
    private static final String ID = "0198c1de-0000-7000-8000-00000000abcd";

    @Test
    void readsAUuidInAnyCase() {
        assertEquals(Optional.of(UUID.fromString(ID)), Products.parse(ID.toUpperCase()));
    }

    @Test
    void refusesWhatJavaWouldReadAsAShortUuid() {
        assertEquals(Optional.empty(), Products.parse("1-1-1-1-1"));
    }

    @Test
    void onlyAUuidOfTheProductTypeIsAProduct() {
        assertEquals(Optional.of(UUID.fromString(ID)), Products.id("PRODUCT", ID));
        assertEquals(Optional.empty(), Products.id("POST", ID));
        assertEquals(Optional.empty(), Products.id("PRODUCT", "shoe-1"));
        assertEquals(Optional.empty(), Products.id("PRODUCT", null));
    }
}
