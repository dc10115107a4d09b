package io.amanat.projection;

import io.amanat.contract.audit.StoredEvent;
import java.util.List;

/** A pure function from one event to the changes of its tables, in the order in which they are to be written. */
@FunctionalInterface
public interface Projection {
    /** Empty when the event does not concern these tables. */
    List<RowChange> changes(StoredEvent event);
}
