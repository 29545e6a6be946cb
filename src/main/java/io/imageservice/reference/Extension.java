package io.imageservice.reference;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A file extension that is supported, with its name in words.
@Entity
@Table(name = "extensions")
public class Extension extends PanacheEntityBase {
    /// Upper case, without a dot: `JPG`.
    @Id public String code;

    @Column(nullable = false)
    public String name;
}
