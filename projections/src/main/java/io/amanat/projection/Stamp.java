package io.amanat.projection;

import io.amanat.contract.Identifier;
import io.amanat.contract.audit.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What every row says about the event behind it: all of it comes from the event, nothing from the clock. */
public final class Stamp {
    private Stamp() {}

    /** Ends a new row of an aggregate: version, position and both times. */
    public static Row created(Row row, StoredEvent event) {
        return changed(row.and("created_at", event.at()), event);
    }

    /** Ends a change of an aggregate's row: version, position and the time of the change. */
    public static Row changed(Row row, StoredEvent event) {
        return row.and("version", event.sequence())
                .and("position", event.position())
                .and("updated_at", event.at());
    }

    /** Ends a new row of a child table, which has times only. */
    public static Row child(Row row, StoredEvent event) {
        return row.and("created_at", event.at()).and("updated_at", event.at());
    }

    /** An id for a row that has none of its own: the same event and part always give the same. */
    public static UUID id(StoredEvent event, String part) {
        return named(event.eventId() + "/" + part);
    }

    /** An id for a part of {@code owner} that may come and go, and is the same part each time. */
    public static UUID id(Identifier owner, String part) {
        return named(owner + "/" + part);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
