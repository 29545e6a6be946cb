package io.imageservice.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.event.ProductEvent;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductMessageTest {
    private static final String ID = "0198c1de-0000-7000-8000-00000000abcd";
    private static final String EVENT = "11111111-2222-4333-8444-555555555555";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"productId\":\"" + ID + "\"}",
                "{\"id\":\"" + ID + "\"}",
                "{\"id\":7,\"productId\":\"" + ID + "\"}",
                ID,
                " 0198C1DE-0000-7000-8000-00000000ABCD\n",
                "\"" + ID + "\"",
                "{\"payload\":{\"productId\":\"" + ID + "\"}}",
                "{\"payload\":{\"id\":\"" + ID + "\"},\"timestamp\":null}",
                "{\"payload\":\"" + ID + "\"}"
            })
    void understandsEveryShape(String text) {
        assertEquals(UUID.fromString(ID), understood(text).productId());
    }

    @Test
    void takesIdAndTimeFromAnEnvelope() {
        ProductEvent event =
                understood(
                        "{\"eventId\":\"%s\",\"eventType\":\"PRODUCT_DELETED\",\"timestamp\":\"%s\",\"payload\":{\"productId\":\"%s\"}}"
                                .formatted(EVENT, "2026-01-02T03:04:05.123456+09:00", ID));

        assertEquals(UUID.fromString(EVENT), event.eventId());
        assertEquals(Instant.parse("2026-01-01T18:04:05.123456Z"), event.timestamp());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "not json",
                "{",
                "[]",
                "7",
                "null",
                "{\"productId\":null}",
                "{\"productId\":\"1-1-1-1-1\"}",
                "{\"productId\":{\"id\":\"" + ID + "\"}}",
                "[\"" + ID + "\"]",
                ID + "x",
                "{\"payload\":null}",
                "{\"payload\":{\"productId\":\"" + ID + "\"},\"timestamp\":\"yesterday\"}"
            })
    void refusesWhatNamesNoProduct(String text) {
        assertInstanceOf(
                ProductMessage.Malformed.class, ProductMessage.read(text, new ObjectMapper()));
    }

    private static ProductEvent understood(String text) {
        return assertInstanceOf(
                        ProductMessage.Understood.class,
                        ProductMessage.read(text, new ObjectMapper()))
                .event();
    }
}
