package io.amanat.platform.axon;

import io.amanat.platform.serialization.StateShape;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.SerializedType;

/**
 * Lets pass snapshots of the shape that the aggregate has in this release. One of another release is ignored: the aggregate is built from
 * its events, and sooner or later stored anew.
 */
final class CurrentSnapshots implements SnapshotFilter {

    @Override
    public boolean test(DomainEventData<?> snapshot) {
        SerializedType type = snapshot.getPayload().getType();
        try {
            Class<?> aggregate = Class.forName(type.getName(), false, CurrentSnapshots.class.getClassLoader());
            return StateShape.of(aggregate).equals(type.getRevision());
        } catch (ClassNotFoundException renamed) {
            return false;
        }
    }
}
