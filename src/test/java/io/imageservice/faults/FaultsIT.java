package io.imageservice.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.stack.Fault;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Three cells of the fault matrix, one for each way a server goes; `./dev test-faults` has them
/// all.
class FaultsIT {
    private static Stack stack;
    private static Fleet fleet;

    @BeforeAll
    static void start() {
        stack = Stack.start(StackOptions.forTests().behindProxies());
        Fleet.prepare(stack);
        fleet = Fleet.of(stack, 1, 1, Fleet.options("api").heap(256));
    }

    @AfterAll
    static void stop() {
        fleet.close();
    }

    @Test
    void nothingIsLostWhileTheDatabaseSwallowsEverything() throws Exception {
        var cell = new FaultCell(fleet, stack.postgres(), Fault.BLACK_HOLE).run();

        assertEquals(java.util.List.of(), cell.broken());
        assertTrue(cell.wentDown(), "readiness did not see it");
    }

    @Test
    void nothingIsLostWhileTheBrokerResetsItsAnswers() throws Exception {
        var cell = new FaultCell(fleet, stack.kafka(), Fault.RESET).run();

        assertEquals(java.util.List.of(), cell.broken());
    }

    @Test
    void nothingIsLostWhileStorageAnswersInOneDirectionOnly() throws Exception {
        var cell = new FaultCell(fleet, stack.s3(), Fault.ONE_WAY).run();

        assertEquals(java.util.List.of(), cell.broken());
        assertTrue(cell.wentDown(), "readiness did not see it");
    }
}
