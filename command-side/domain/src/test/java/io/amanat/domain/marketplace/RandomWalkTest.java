package io.amanat.domain.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.marketplace.OfferEvent.OfferRejected;
import io.amanat.contract.marketplace.OfferEvent.OfferWithdrawn;
import io.amanat.contract.marketplace.PurchaseRequestCommand;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmDelivery;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import io.amanat.domain.Transition;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of commands in random order: whatever is accepted moves along the table, a refusal or a repeat changes nothing. */
class RandomWalkTest {
    private static final int WALKS = 100;
    private static final int STEPS = 150;

    private final Set<PurchaseRequestStatus> seen = EnumSet.noneOf(PurchaseRequestStatus.class);
    private final Set<Transition<PurchaseRequestStatus>> taken = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void givenAnyHistory_whenAnyCommand_thenOnlyKnownTransitions(long seed) {
        Random random = new Random(seed);
        for (int walk = 0; walk < WALKS; walk++) {
            walk(new RandomCommands(random));
        }
        assertThat(PurchaseRequestLifecycle.transitions()).containsAll(taken);
        assertThat(seen).isEqualTo(EnumSet.complementOf(EnumSet.of(PurchaseRequestStatus.PENDING_PAYMENT)));
        assertThat(taken).hasSizeGreaterThan(35);
    }

    private void walk(RandomCommands commands) {
        InMemoryRequest request = new InMemoryRequest();
        List<PurchaseRequestEvent> before = request.history();
        for (int step = 0; step < STEPS; step++) {
            PurchaseRequestCommand command = commands.next();
            boolean accepted = request.send(command);
            List<PurchaseRequestEvent> after = request.history();
            assertThat(after.subList(0, before.size())).isEqualTo(before);
            if (!accepted) {
                assertThat(after).as("refused: %s", command).isEqualTo(before);
            } else if (!(command instanceof ConfirmDelivery)) { // a second wrong try is a second fact
                assertThat(request.send(command)).as("repeated: %s", command).isTrue();
                assertThat(request.history()).as("repeated: %s", command).isEqualTo(after);
            }
            before = after;
        }
        follow(before);
    }

    private void follow(List<PurchaseRequestEvent> events) {
        RequestState state = null;
        for (PurchaseRequestEvent event : events) {
            PurchaseRequestStatus from = state == null ? null : state.status();
            state = state == null ? RequestState.created((PurchaseRequestCreated) event) : state.after(event);
            assertThat(stated(event).orElse(state.status())).as("%s", event).isEqualTo(state.status());
            seen.add(state.status());
            taken.add(new Transition<>(from, event.getClass(), state.status()));
        }
    }

    /** Where the event itself says that the request stands. */
    private static Optional<PurchaseRequestStatus> stated(PurchaseRequestEvent event) {
        return switch (event) {
            case OfferWithdrawn withdrawn -> Optional.of(withdrawn.requestStatus());
            case OfferRejected rejected -> Optional.of(rejected.requestStatus());
            default -> Optional.empty();
        };
    }
}
