package io.imageservice.removal;

import io.imageservice.storage.ObjectStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Storage that refuses to remove anything; all else is the real one's.
record RefusingStore(ObjectStore real) implements ObjectStore {
    @Override
    public void remove(String key) {
        throw new IllegalStateException("storage refuses");
    }

    @Override
    public void put(String key, Path file, Attributes attributes) {
        real.put(key, file, attributes);
    }

    @Override
    public void put(String key, byte[] bytes, Attributes attributes) {
        real.put(key, bytes, attributes);
    }

    @Override
    public Optional<Stat> stat(String key) {
        return real.stat(key);
    }

    @Override
    public Optional<Content> read(String key, long offset, long length) {
        return real.read(key, offset, length);
    }

    @Override
    public boolean download(String key, Path target) {
        return real.download(key, target);
    }

    @Override
    public void list(String prefix, Consumer<Listed> each) {
        real.list(prefix, each);
    }

    @Override
    public URI presign(String key, Duration expiry) {
        return real.presign(key, expiry);
    }

    @Override
    public void createBucket() {
        real.createBucket();
    }

    @Override
    public boolean reachable() {
        return real.reachable();
    }
}
