package io.imageservice.platform;

import io.imageservice.event.Topics;
import io.imageservice.messaging.Broker;
import io.imageservice.messaging.TopicNames;
import io.imageservice.reference.ReferenceType;
import io.imageservice.storage.ObjectStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/// What must be there before the service can work: schema, topics, bucket. Doing it again changes
/// nothing; a reference type added since gets its topic.
@ApplicationScoped
class Preparation {
    private static final Logger LOG = Logger.getLogger(Preparation.class);

    private final Instance<Flyway> flyway;
    private final Broker broker;
    private final TopicNames names;
    private final ObjectStore store;

    /// @param flyway asked for where it migrates, and nowhere else
    Preparation(Instance<Flyway> flyway, Broker broker, TopicNames names, ObjectStore store) {
        this.flyway = flyway;
        this.broker = broker;
        this.names = names;
        this.store = store;
    }

    /// Brings the schema up to date.
    void schema() {
        int applied = flyway.get().migrate().migrationsExecuted;
        LOG.infof("the schema is up to date, %d migrations applied", applied);
    }

    /// Makes missing topics, those of all reference types included; needs the schema.
    void topics() {
        List<String> wanted = new ArrayList<>(names.fixed());
        List<ReferenceType> types =
                QuarkusTransaction.requiringNew().call(() -> ReferenceType.listAll());
        types.forEach(type -> wanted.add(names.of(Topics.changed(type.code))));
        List<String> made = broker.create(wanted);
        LOG.infof("%d topics are there, %d of them new", wanted.size(), made.size());
    }

    /// Makes the bucket.
    void bucket() {
        store.createBucket();
        LOG.info("the bucket is there");
    }
}
