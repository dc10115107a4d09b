package io.amanat.domain.escrow;

import io.amanat.contract.Rule;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.domain.CommandTargets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;

/** Given the events of commands that went well, when a command, then events or a refusal, through the real aggregate. */
final class PaymentScenario {
    private final List<PaymentEvent> past = new ArrayList<>();
    private PaymentState state;

    private PaymentScenario() {}

    static PaymentScenario given(PaymentCommand... commands) {
        PaymentScenario scenario = new PaymentScenario();
        for (PaymentCommand command : commands) {
            List<PaymentEvent> events = Decisions.decide(scenario.state, command);
            events.forEach(event -> scenario.state = Decisions.evolve(scenario.state, event));
            scenario.past.addAll(events);
        }
        return scenario;
    }

    PaymentState state() {
        return state;
    }

    String balance(LedgerAccount account) {
        return state.balances().of(account).amount();
    }

    /** Exactly these events; they belong to the past of what is asked next. */
    PaymentScenario then(PaymentCommand command, PaymentEvent... expected) {
        when(command).expectSuccessfulHandlerExecution().expectEvents((Object[]) expected);
        for (PaymentEvent event : expected) {
            past.add(event);
            state = Decisions.evolve(state, event);
        }
        return this;
    }

    PaymentScenario ignores(PaymentCommand command) {
        when(command).expectSuccessfulHandlerExecution().expectNoEvents();
        return this;
    }

    PaymentScenario refuses(PaymentCommand command, Rule rule) {
        when(command).expectNoEvents().expectException(new CustomTypeSafeMatcher<RuleViolated>(rule.name()) {
            @Override
            protected boolean matchesSafely(RuleViolated refusal) {
                return refusal.rule().equals(rule);
            }
        });
        return this;
    }

    private ResultValidator<Payment> when(PaymentCommand command) {
        Assertions.assertThat(command.target()).isEqualTo(Fixtures.PAYMENT);
        AggregateTestFixture<Payment> fixture = new AggregateTestFixture<>(Payment.class);
        fixture.registerCommandTargetResolver(new CommandTargets());
        return (past.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(past)).when(command);
    }
}
