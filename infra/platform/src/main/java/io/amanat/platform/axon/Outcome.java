package io.amanat.platform.axon;

import org.axonframework.commandhandling.CommandResultMessage;
import org.jspecify.annotations.Nullable;

/** What the bus reported; it reports before {@code dispatch} returns. */
final class Outcome {

    private @Nullable CommandResultMessage<?> result;

    void set(CommandResultMessage<?> reported) {
        result = reported;
    }

    @Nullable
    Throwable failure() {
        CommandResultMessage<?> reported = reported();
        return reported.isExceptional() ? reported.exceptionResult() : null;
    }

    @Nullable
    Object value() {
        return reported().getPayload();
    }

    private CommandResultMessage<?> reported() {
        if (result == null) {
            throw new IllegalStateException("the command bus is not the local one");
        }
        return result;
    }
}
