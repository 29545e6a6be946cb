package io.imageservice.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CrowdsTest {
    @Test
    void letsInAsManyAsThereMayBeOfOneAddress() {
        var crowds = new Crowds(2);

        assertTrue(crowds.enter("a"));
        assertTrue(crowds.enter("a"));
        assertFalse(crowds.enter("a"));
        assertTrue(crowds.enter("b"));
        crowds.leave("a");
        assertTrue(crowds.enter("a"));
        assertFalse(crowds.enter("a"));
    }

    @Test
    void zeroIsNoLimit() {
        var crowds = new Crowds(0);

        for (int i = 0; i < 1_000; i++) {
            assertTrue(crowds.enter("a"));
        }
    }
}
