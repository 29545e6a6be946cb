package io.imageservice.platform;

import java.util.concurrent.ConcurrentHashMap;

/// How many of each address are in at once.
final class Crowds {
    private final ConcurrentHashMap<String, Integer> inside = new ConcurrentHashMap<>();
    private final int most;

    /// @param most of one address; 0 = no limit
    Crowds(int most) {
        this.most = most;
    }

    /// Whether there was room for one more; who is let in leaves again.
    boolean enter(String address) {
        int now = inside.merge(address, 1, Integer::sum);
        if (most == 0 || now <= most) {
            return true;
        }
        leave(address);
        return false;
    }

    void leave(String address) {
        inside.computeIfPresent(address, (who, count) -> count == 1 ? null : count - 1);
    }
}
