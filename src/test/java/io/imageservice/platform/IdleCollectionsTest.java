package io.imageservice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IdleCollectionsTest {
    private final IdleCollections idle = new IdleCollections();

    @Test
    void collectsWhereNothingWasCollectedSince() {
        idle.collect();
        long before = IdleCollections.collections();

        idle.collect();

        assertTrue(IdleCollections.collections() > before);
    }

    @Test
    void leavesABusyProcessAlone() {
        idle.collect();
        System.gc();
        long before = IdleCollections.collections();

        idle.collect();

        assertEquals(before, IdleCollections.collections());
    }
}
