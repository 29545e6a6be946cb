package io.imageservice.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import javax.sql.DataSource;

/// Remembers what was consumed, in the transaction that did the work: a message that comes again
/// finds its work done.
@ApplicationScoped
public class Inbox {
    private static final String RECORD =
            """
            insert into consumed_messages (message_id, consumed_at) values (?, now())
            on conflict do nothing
            """;
    private static final String SEEN = "select 1 from consumed_messages where message_id = ?";

    private final Sql sql;

    Inbox(DataSource database) {
        this.sql = new Sql(database);
    }

    /// Records a message in the caller's transaction. Of two at once, one waits for the other.
    ///
    /// @param messageId of [Arrived#messageId]
    /// @return false when it was consumed before: leave the work undone
    @Transactional(TxType.MANDATORY)
    public boolean first(String messageId) {
        return sql.update(RECORD, messageId) == 1;
    }

    /// Whether it was consumed before; asked to spare work, not to decide.
    public boolean seen(String messageId) {
        return !sql.query(SEEN, row -> row.getInt(1), messageId).isEmpty();
    }
}
