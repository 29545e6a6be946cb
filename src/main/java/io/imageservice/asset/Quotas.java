package io.imageservice.asset;

import io.imageservice.asset.Intake.NewImage;
import io.imageservice.error.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/// What a principal has, against what it may have ([QuotaConfig]). Two uploads of one principal are
/// judged one after the other; where there is no quota nothing is locked or counted.
@ApplicationScoped
class Quotas {
    private final long images;
    private final long bytes;
    private final EntityManager entities;

    Quotas(QuotaConfig config, EntityManager entities) {
        this.images = config.images();
        this.bytes = config.bytes().asLongValue();
        this.entities = entities;
    }

    /// @throws io.imageservice.error.ServiceException `QUOTA_EXCEEDED`
    @Transactional(TxType.MANDATORY)
    void demandRoom(String owner, List<NewImage> more) {
        if (images == 0 && bytes == 0) {
            return;
        }
        lock(owner);
        Object[] has =
                (Object[])
                        entities.createNativeQuery(
                                        """
                                        select count(*), coalesce(sum(bytes), 0) from images
                                        where owner = ?1 and status <> 'DELETED'
                                        """)
                                .setParameter(1, owner)
                                .getSingleResult();
        long count = ((Number) has[0]).longValue() + more.size();
        long size =
                ((Number) has[1]).longValue()
                        + more.stream().mapToLong(image -> image.file().bytes()).sum();
        demand("images", images, count);
        demand("bytes", bytes, size);
    }

    private void lock(String owner) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 7))")
                .setParameter(1, owner)
                .getSingleResult();
    }

    private static void demand(String what, long most, long wanted) {
        if (most > 0 && wanted > most) {
            throw ErrorCode.QUOTA_EXCEEDED.because(
                    "this principal may have %d %s, and would have %d"
                            .formatted(most, what, wanted));
        }
    }
}
