package io.amanat.eventlog;

import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Where the events of a unit of work were stored, so that nobody has to ask the table for it. */
public final class AppendedPositions {

    private static final String RESOURCE = AppendedPositions.class.getName();

    private AppendedPositions() {}

    /**
     * The position of the last event that was appended within the unit's root; empty when none was. In a joined transaction the position
     * is only good once that has committed.
     */
    public static OptionalLong lastOf(UnitOfWork<?> unitOfWork) {
        Long last = unitOfWork.root().getResource(RESOURCE);
        return last == null ? OptionalLong.empty() : OptionalLong.of(last);
    }

    static void remember(long last) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().resources().merge(RESOURCE, last, (a, b) -> Math.max((Long) a, (Long) b));
        }
    }
}
