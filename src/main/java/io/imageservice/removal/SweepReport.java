package io.imageservice.removal;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/// What a job did the last time, whichever process ran it.
@Entity
@Table(name = "sweep_reports")
class SweepReport extends PanacheEntityBase {
    @Id public String job;

    @Column(name = "finished_at", nullable = false)
    public OffsetDateTime finishedAt;

    /// `name=count`, comma separated.
    @Column(nullable = false)
    public String counts;

    static void keep(String job, Map<String, Long> counts, OffsetDateTime now) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(counts)
                .forEach((name, count) ->
                        text.append(text.isEmpty() ? "" : ",").append(name + "=" + count));
        getEntityManager()
                .createNativeQuery(
                        """
                        insert into sweep_reports (job, finished_at, counts) values (?1, ?2, ?3)
                        on conflict (job) do update
                            set finished_at = excluded.finished_at, counts = excluded.counts
                        """)
                .setParameter(1, job)
                .setParameter(2, now)
                .setParameter(3, text.toString())
                .executeUpdate();
    }

    /// One count of a job's last run; 0 when it never ran.
    static long last(String job, String name) {
        SweepReport report = findById(job);
        if (report == null) {
            return 0;
        }
        for (String pair : report.counts.split(",")) {
            if (pair.startsWith(name + "=")) {
                return Long.parseLong(pair.substring(name.length() + 1));
            }
        }
        return 0;
    }
}
