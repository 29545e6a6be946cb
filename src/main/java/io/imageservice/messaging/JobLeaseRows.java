package io.imageservice.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import javax.sql.DataSource;

/// The table `job_leases`. The database's clock decides, so that pods need not agree on the time.
@ApplicationScoped
class JobLeaseRows {
    private static final String TAKE =
            """
            insert into job_leases as l (name, owner, until)
            values (?, ?, now() + ? * interval '1 ms')
            on conflict (name) do update set owner = excluded.owner, until = excluded.until
            where (l.until is null or l.until <= now())
              and (l.last_run is null or l.last_run <= now() - ? * interval '1 ms')
            """;
    private static final String PROLONG =
            "update job_leases set until = now() + ? * interval '1 ms' where name = ? and owner = ?";
    private static final String FINISH =
            """
            update job_leases set owner = null, until = null, last_run = now()
            where name = ? and owner = ?
            """;

    private final Sql sql;
    private final String owner;

    JobLeaseRows(DataSource database, ProcessName process) {
        this.sql = new Sql(database);
        this.owner = process.name();
    }

    boolean take(String job, Duration every, Duration lease) {
        return sql.update(TAKE, job, owner, lease.toMillis(), every.toMillis()) == 1;
    }

    boolean prolong(String job, Duration lease) {
        return sql.update(PROLONG, lease.toMillis(), job, owner) == 1;
    }

    void finish(String job) {
        sql.update(FINISH, job, owner);
    }
}
