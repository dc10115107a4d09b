package io.amanat.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Tells when an event that was stored elsewhere has come into the log through a {@link LogMirror}, of this node or another. */
public final class CopiedEvents {

    private final DataSource source;
    private final LogHead head;

    public CopiedEvents(DataSource ds, LogHead head) {
        this.source = ds;
        this.head = head;
    }

    /** Whether the event is in the log, now or within this time. */
    public boolean await(String eventId, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            long known = head.known();
            if (isCopied(eventId)) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            head.awaitBeyond(known, Duration.ofNanos(left));
        }
    }

    private boolean isCopied(String eventId) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select 1 from domain_event_entry where event_identifier = ?")) {
            statement.setString(1, eventId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new EventStoreException("The log could not be asked for an event", e);
        }
    }
}
