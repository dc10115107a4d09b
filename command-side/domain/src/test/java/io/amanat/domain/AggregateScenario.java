package io.amanat.domain;

import io.amanat.contract.Command;
import io.amanat.contract.Event;
import io.amanat.contract.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

/** Given events, when a command, then events, an answer or a refusal. A repeat is a command that appends nothing. */
public final class AggregateScenario<A> {
    /** What the injected clock shows. */
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Class<A> aggregate;

    private final List<Object> resources;

    /** The {@code resources} are injected into the handlers that ask for them, besides the clock. */
    public AggregateScenario(Class<A> aggregate, Object... resources) {
        this.aggregate = aggregate;
        this.resources = List.of(resources);
    }

    public When given(List<? extends Event> events) {
        return new When(events);
    }

    /** The past; each use starts a fixture of its own. */
    public final class When {
        private final List<? extends Event> past;

        private When(List<? extends Event> past) {
            this.past = past;
        }

        public ResultValidator<A> when(Command command) {
            AggregateTestFixture<A> fixture = new AggregateTestFixture<>(aggregate);
            fixture.registerCommandTargetResolver(new CommandTargets());
            fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
            resources.forEach(fixture::registerInjectableResource);
            return (past.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(past)).when(command);
        }

        public void then(Command command, Event... expected) {
            when(command).expectSuccessfulHandlerExecution().expectEvents((Object[]) expected);
        }

        public void repeats(Command command) {
            when(command).expectSuccessfulHandlerExecution().expectNoEvents();
        }

        public void refuses(Command command, Rule rule) {
            when(command).expectNoEvents().expectException(Refusal.by(rule));
        }
    }
}
