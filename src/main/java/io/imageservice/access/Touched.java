package io.imageservice.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;

/// The images a request wrote to, for the audit log.
@RequestScoped
public class Touched {
    private final Set<UUID> images = new ConcurrentSkipListSet<>();

    public void images(Collection<UUID> ids) {
        images.addAll(ids);
    }

    public List<UUID> images() {
        return List.copyOf(images);
    }
}
