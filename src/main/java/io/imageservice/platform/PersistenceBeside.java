package io.imageservice.platform;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.hibernate.orm.runtime.JPAConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManagerFactory;
import org.jboss.logging.Logger;

/// Starts Hibernate beside the rest of the service.
///
/// Quarkus starts it on a thread of its own and waits for it at once: a sixth of the way to the
/// first answer, while most of what comes next needs no entity. In the native executable it is
/// waited for by the first who needs one, at the latest before the socket opens; a build against
/// another Quarkus fails. On a JVM nothing changes.
@ApplicationScoped
class PersistenceBeside {
    private static final Logger LOG = Logger.getLogger(PersistenceBeside.class);

    /// After all other beginnings.
    private static final int LAST = Integer.MAX_VALUE;

    /// What keeps Hibernate from starting ends the start here.
    void await(@Observes @Priority(LAST) StartupEvent event, EntityManagerFactory entities) {
        entities.getMetamodel();
    }

    /// @param units a [JPAConfig], which [Units] is when it runs
    private static void begin(Object units) {
        Thread.ofPlatform().name("JPA Startup Thread").start(() -> tryToStart((JPAConfig) units));
    }

    private static void tryToStart(JPAConfig units) {
        try {
            units.getEntityManagerFactories();
        } catch (RuntimeException e) {
            LOG.debugf("told to who waits for it, too: %s", e);
        }
    }

    @TargetClass(JPAConfig.class)
    static final class Units {
        @Substitute
        void startAll() {
            begin(this);
        }
    }
}
