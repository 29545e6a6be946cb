package io.imageservice.cache;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/// A cached entry that has to go: work that is left until Redis took it.
@Entity
@Table(name = "cache_drops")
class CacheDrop extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(name = "cache_key", nullable = false)
    public String key;

    @Column(name = "created_at", nullable = false)
    public Instant createdAt;

    static List<CacheDrop> oldest(int limit) {
        return CacheDrop.<CacheDrop>find("order by id").page(0, limit).list();
    }

    static CacheDrop of(String key, Instant now) {
        CacheDrop drop = new CacheDrop();
        drop.key = key;
        drop.createdAt = now;
        return drop;
    }
}
