package io.amanat.saga.escrow;

import io.amanat.contract.Command;
import io.amanat.contract.CommandSender;
import io.amanat.contract.Origin;
import io.amanat.contract.Rule;
import io.amanat.contract.RuleViolated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The other end of the saga's commands: remembers what succeeded, refuses and fails as a test says. */
final class Told implements CommandSender {
    static final class DatabaseGone extends RuntimeException {}

    final List<Command> succeeded = new ArrayList<>();
    final List<Origin> origins = new ArrayList<>();
    private final Map<Class<?>, Rule> refusals = new HashMap<>();
    private int failAt = -1;

    void refuse(Class<? extends Command> type, Rule rule) {
        refusals.put(type, rule);
    }

    void accept(Class<? extends Command> type) {
        refusals.remove(type);
    }

    /** Once, when {@code after} more commands have succeeded. */
    void failAfter(int after) {
        failAt = after;
    }

    void forget() {
        succeeded.clear();
    }

    @Override
    public @Nullable Object send(Command command, Origin origin) {
        if (failAt-- == 0) {
            throw new DatabaseGone();
        }
        Rule rule = refusals.get(command.getClass());
        if (rule != null) {
            throw new RuleViolated(rule);
        }
        succeeded.add(command);
        origins.add(origin);
        return null;
    }
}
