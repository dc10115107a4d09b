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
 *
 * <p>The same holds for an aggregate that a command would create: a first try takes it for new without asking the log, and the index
 * proves that it was.
 */
final class Decision {

    private static final ThreadLocal<@Nullable Decision> CURRENT = new ThreadLocal<>();

    private final boolean firstTry;
    private boolean assumed;
    private boolean appended;

    private Decision(boolean firstTry) {
        this.firstTry = firstTry;
    }

    /**
     * Until {@link #end()}, what this thread does belongs to the new decision.
     *
     * @param firstTry whether a wrong assumption would cost a second try only
     */
    static Decision begin(boolean firstTry) {
        Decision begun = new Decision(firstTry);
        CURRENT.set(begun);
        return begun;
    }

    static void end() {
        CURRENT.remove();
    }

    static void restsOnCache() {
        Decision current = CURRENT.get();
        if (current != null) {
            current.assumed = true;
        }
    }

    /** Whether an aggregate that is not in the cache may be taken for new; when it may, the decision rests on that. */
    static boolean takesForNew() {
        Decision current = CURRENT.get();
        if (current == null || !current.firstTry) {
            return false;
        }
        current.assumed = true;
        return true;
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
        return assumed && !appended;
    }
}
