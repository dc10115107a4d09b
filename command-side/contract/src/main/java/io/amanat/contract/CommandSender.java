package io.amanat.contract;

import org.jspecify.annotations.Nullable;

/** Sends a command to its aggregate and waits for the outcome. */
public interface CommandSender {
    /**
     * Returns what the aggregate answers, often nothing. When it returns, the events are stored; read models follow a little later.
     *
     * @throws RuleViolated when the aggregate refuses: nothing has changed
     */
    @Nullable
    Object send(Command command, Origin origin);
}
