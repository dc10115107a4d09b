package io.amanat.saga.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.Origin;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every handler: once, with its event twice, and with each of its commands failing. */
class EscrowSagaStepsTest {
    static List<Step> steps() {
        return Step.all();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void givenHistory_whenEvent_thenCommandsInOrder(Step step) {
        EscrowFixture fixture = new EscrowFixture().given(step.given());

        assertThat(fixture.deliver(message(step))).isEqualTo(step.commands());

        assertDone(fixture, step);
        assertThat(fixture.told.origins).allMatch(origin -> origin.equals(Origin.system("escrow-saga", Trade.REQUEST)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void givenEventHandled_whenItComesAgain_thenNothingNew(Step step) {
        EscrowFixture fixture = new EscrowFixture().given(step.given());
        GenericEventMessage<?> event = message(step);
        fixture.deliver(event);
        TradeState once = fixture.state();
        List<String> scheduledOnce = List.copyOf(fixture.scheduled);

        // the same commands, which their aggregates take as done, or none
        assertThat(step.commands()).containsAll(fixture.deliver(event));

        assertDone(fixture, step);
        assertThat(fixture.scheduled).isEqualTo(scheduledOnce);
        assertThat(fixture.state()).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void givenCommandFails_whenEventIsRetried_thenNothingWasRecordedAndTheStepCompletes(Step step) {
        for (int failing = 0; failing < step.commands().size(); failing++) {
            EscrowFixture fixture = new EscrowFixture().given(step.given());
            GenericEventMessage<?> event = message(step);
            boolean starts = step.given().isEmpty();
            TradeState before = starts ? null : fixture.state();
            List<String> scheduledBefore = List.copyOf(fixture.scheduled);
            fixture.told.failAfter(failing);

            assertThatThrownBy(() -> fixture.deliver(event)).hasRootCauseInstanceOf(Told.DatabaseGone.class);

            assertThat(fixture.told.succeeded).isEqualTo(step.commands().subList(0, failing));
            assertThat(fixture.scheduled).isEqualTo(scheduledBefore);
            fixture.whenPublishingA("unrelated").expectActiveSagas(starts ? 0 : 1);
            if (before != null) {
                assertThat(fixture.state()).isEqualTo(before);
                for (String name : before.waits().keySet()) {
                    assertThatThrownBy(() ->
                                    fixture.whenPublishingA("unrelated").expectNoScheduledDeadlineMatching(named(name)))
                            .isInstanceOf(AssertionError.class);
                }
            }
            assertThat(fixture.deliver(event)).isEqualTo(step.commands());
            assertDone(fixture, step);
        }
    }

    private static void assertDone(EscrowFixture fixture, Step step) {
        fixture.whenPublishingA("unrelated").expectActiveSagas(step.ends() ? 0 : 1);
        if (!step.ends()) {
            assertThat(fixture.state().waits()).containsOnlyKeys(step.waits());
        }
        if (step.waits().isEmpty()) {
            fixture.whenPublishingA("unrelated").expectNoScheduledDeadlines();
        }
    }

    private static org.hamcrest.Matcher<org.axonframework.deadline.DeadlineMessage<?>> named(String name) {
        return Matchers.matches(deadline -> deadline.getDeadlineName().equals(name));
    }

    private static GenericEventMessage<?> message(Step step) {
        return new GenericEventMessage<>(step.event());
    }
}
