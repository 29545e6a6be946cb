package io.imageservice.reference;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A table as the source of a [CodeCache]; its rows leave detached, so that a cache may share them.
record Table<T>(Class<T> entity) implements CodeCache.Source<T> {
    @Override
    public List<T> all() {
        return read(em -> em.createQuery("from " + entity.getSimpleName(), entity).getResultList());
    }

    @Override
    public Optional<T> one(String code) {
        return read(em -> Optional.ofNullable(em.find(entity, code)));
    }

    /// In a transaction of its own: inside the caller's the rows would stay attached to it.
    private static <R> R read(Function<EntityManager, R> query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> query.apply(Panache.getEntityManager()));
    }
}
