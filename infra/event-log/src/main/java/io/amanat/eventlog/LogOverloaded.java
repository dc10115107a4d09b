package io.amanat.eventlog;

import org.axonframework.common.AxonTransientException;

/** The queue of the log had no room in time. Nothing was stored; the same append may be tried again later. */
public final class LogOverloaded extends AxonTransientException {

    LogOverloaded(String message) {
        super(message);
    }
}
