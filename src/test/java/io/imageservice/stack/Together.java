package io.imageservice.stack;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// One action on each of several things, all at once.
public final class Together {
    private Together() {}

    /// Returns when it is done with all of them.
    ///
    /// @throws StackException what the first that failed said
    public static <T> void each(List<T> things, Consumer<T> action) {
        try (var threads = Executors.newCachedThreadPool()) {
            var all =
                    things.stream()
                            .map(one ->
                                    CompletableFuture.runAsync(() -> action.accept(one), threads))
                            .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(all).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException known ? known : e;
        }
    }
}
