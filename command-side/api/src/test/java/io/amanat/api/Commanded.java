package io.amanat.api;

import io.amanat.contract.Command;
import io.amanat.contract.CommandSender;
import io.amanat.contract.Origin;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the commands of a test arrive. */
public final class Commanded implements CommandSender {
    /** A command and who sent it. */
    public record Sent(Command command, Origin origin) {}

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile Function<Command, @Nullable Object> answer = command -> null;

    @Override
    public @Nullable Object send(Command command, Origin origin) {
        sent.add(new Sent(command, origin));
        return answer.apply(command);
    }

    public void answer(Function<Command, @Nullable Object> next) {
        answer = next;
    }

    public void reset() {
        sent.clear();
        answer = command -> null;
    }

    public List<Sent> all() {
        return List.copyOf(sent);
    }

    public Sent only() {
        if (sent.size() != 1) {
            throw new AssertionError("expected one command, got " + sent);
        }
        return sent.getFirst();
    }
}
