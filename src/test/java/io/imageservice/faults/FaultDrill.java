package io.imageservice.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.imageservice.stack.Fault;
import io.imageservice.stack.Part;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackException;
import io.imageservice.stack.StackOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;

/// The fault matrix: every fault of every server, each under the load of 20 clients that upload,
/// confirm, reorder and delete while relays, workers and sweeps are at work; then healed.
///
/// `./dev test-faults` runs it and writes its table into docs/reliability.md.
class FaultDrill {
    private final List<String> broken = new ArrayList<>();
    private final StringBuilder table = new StringBuilder(FaultCell.head());

    @Test
    void everyFaultOfEveryServerPassesWithoutLoss() throws Exception {
        var only = System.getProperty("faults.server", "");
        try (var stack = Stack.start(StackOptions.forTests().behindProxies())) {
            Fleet.prepare(stack);
            try (var fleet = Fleet.of(stack, 1, 1, Fleet.options("api").heap(256))) {
                warm(fleet);
                for (var part : stack.parts()) {
                    if (part.name().toLowerCase(java.util.Locale.ROOT).contains(only)) {
                        row(fleet, part);
                    }
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    private void row(Fleet fleet, Part part) throws Exception {
        for (var fault : Arrays.asList(Fault.values())) {
            var cell = new FaultCell(fleet, part, fault);
            try {
                cell.run();
            } catch (ConditionTimeoutException | StackException e) {
                cell.broken().add(String.valueOf(e.getMessage()));
            }
            System.out.print(cell.row());
            cell.broken().stream()
                    .limit(20)
                    .forEach(sentence -> System.out.println("    " + sentence));
            table.append(cell.row());
            Reliability.write("fault matrix", table.toString());
            cell.broken()
                    .forEach(sentence ->
                            broken.add(part.name() + ", " + fault.words() + ": " + sentence));
        }
    }

    /// Pools and compilers have seen the load once before anything is counted.
    private static void warm(Fleet fleet) throws Exception {
        try (var traffic = new Traffic(fleet, 20, 1, java.time.Duration.ofMillis(200))) {
            Thread.sleep(8_000);
        }
        Settling.await(fleet, java.time.Duration.ofMinutes(2));
    }
}
