package io.amanat.chain.testing;

import io.amanat.contract.Command;
import io.amanat.contract.CommandSender;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Remembers what was sent; can be told to refuse or to fail first. */
public final class SentCommands implements CommandSender {

    private final List<Command> commands = new CopyOnWriteArrayList<>();
    private final List<Origin> origins = new CopyOnWriteArrayList<>();
    private volatile Consumer<Command> before = command -> {};
    private volatile Consumer<Command> after = command -> {};

    @Override
    public Object send(Command command, Origin origin) {
        before.accept(command);
        commands.add(command);
        origins.add(origin);
        after.accept(command);
        return null;
    }

    /** Called with each command before it is taken; may throw a {@link RuleViolated} or what a broken bus throws. */
    public void before(Consumer<Command> hook) {
        before = hook;
    }

    /** Called with each command after it was taken; may throw what a crash before the answer looks like. */
    public void after(Consumer<Command> hook) {
        after = hook;
    }

    public List<Command> all() {
        return List.copyOf(commands);
    }

    public <C extends Command> List<C> all(Class<C> type) {
        return commands.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public List<Origin> origins() {
        return List.copyOf(origins);
    }

    public void forget() {
        commands.clear();
        origins.clear();
    }
}
