package io.amanat.platform.axon;

import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * What one try of a command rested on and led to, for the thread that sends it.
 *
 * <p>A cached aggregate may be older than the log, because another node has appended to it. When the command appends something, the
 * log's unique index proves that it was not: a stale append conflicts. When it appends nothing, because it was refused or had happened
 * already, nothing proves it, and it is decided again on what the log says.
 */
final class Decision {

    private static final ThreadLocal<@Nullable Decision> CURRENT = new ThreadLocal<>();

    private boolean fromCache;
    private boolean appended;

    /** Until {@link #end()}, what this thread does belongs to the new decision. */
    static Decision begin() {
        Decision begun = new Decision();
        CURRENT.set(begun);
        return begun;
    }

    static void end() {
        CURRENT.remove();
    }

    static void restsOnCache() {
        Decision current = CURRENT.get();
        if (current != null) {
            current.fromCache = true;
        }
    }

    private static void appends() {
        Decision current = CURRENT.get();
        if (current != null) {
            current.appended = true;
        }
    }

    /** Notices every event that is about to be stored. */
    static <M extends Message<?>> MessageDispatchInterceptor<M> witness() {
        return messages -> {
            appends();
            return (index, message) -> message;
        };
    }

    boolean unproven() {
        return fromCache && !appended;
    }
}
