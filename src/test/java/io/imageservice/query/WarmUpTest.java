package io.imageservice.query;

import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WarmUpTest {
    @Inject WarmUp warmUp;

    /// On a thread of its own: a start has no request, a test has one.
    @Test
    void asksWithoutARequest() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(
                            () -> {
                                warmUp.ask();
                                return true;
                            })
                    .get();
        }
    }
}
