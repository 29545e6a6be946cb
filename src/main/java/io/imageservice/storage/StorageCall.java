package io.imageservice.storage;

import io.minio.errors.ErrorResponseException;
import java.util.Optional;
import java.util.Set;

/// One call of the SDK, its dozen exceptions folded into two outcomes: not there, or not available.
final class StorageCall {
    private static final Set<String> ABSENT = Set.of("NoSuchKey", "NoSuchObject");

    private StorageCall() {}

    @FunctionalInterface
    interface Call<T> {
        T ask() throws Exception;
    }

    static <T> T run(Call<T> call) {
        try {
            return call.ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException(e);
        } catch (Exception e) {
            throw new StorageUnavailableException(e);
        }
    }

    static <T> Optional<T> find(Call<T> call) {
        try {
            return Optional.of(run(call));
        } catch (StorageUnavailableException e) {
            if (e.getCause() instanceof ErrorResponseException answer
                    && ABSENT.contains(answer.errorResponse().code())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
