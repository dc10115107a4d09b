package io.amanat.chain.testing;

import io.amanat.contract.Command;
import io.amanat.contract.CommandSender;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.screening.RuleEngine;
import io.amanat.contract.custody.screening.ScreeningCommand.ScreenTransfer;
import io.amanat.contract.custody.screening.ScreeningStatus;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Remembers what was sent; can be told to refuse or to fail first. */
public final class SentCommands implements CommandSender {

    private final List<Command> commands = new CopyOnWriteArrayList<>();
    private final List<Origin> origins = new CopyOnWriteArrayList<>();
    private final List<ScreenTransfer> screened = new CopyOnWriteArrayList<>();
    private volatile Function<ScreenTransfer, ScreeningStatus> answer = SentCommands::asTheRulesSay;
    private volatile Consumer<Command> before = command -> {};
    private volatile Consumer<Command> after = command -> {};

    @Override
    public @Nullable Object send(Command command, Origin origin) {
        before.accept(command);
        if (command instanceof ScreenTransfer asked) {
            screened.add(asked);
            return answer.apply(asked);
        }
        commands.add(command);
        origins.add(origin);
        after.accept(command);
        return null;
    }

    /** The safety checks that were asked for; they are not among {@link #all()}, for they tell a payment nothing. */
    public List<ScreenTransfer> screened() {
        return List.copyOf(screened);
    }

    /** What a safety check answers; without this what the rules say, as the aggregate does when it is asked first. */
    public void answers(Function<ScreenTransfer, ScreeningStatus> next) {
        answer = next;
    }

    private static ScreeningStatus asTheRulesSay(ScreenTransfer asked) {
        return ScreeningStatus.of(
                RuleEngine.assess(asked.rules(), asked.inputs()).verdict());
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
