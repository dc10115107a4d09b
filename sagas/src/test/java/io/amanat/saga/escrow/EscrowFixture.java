package io.amanat.saga.escrow;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.amanat.contract.Command;
import io.amanat.contract.custody.DestinationId;
import io.amanat.contract.money.EvmAddress;
import io.amanat.saga.port.AllocatedDestination;
import io.amanat.saga.port.ChainWatch;
import io.amanat.saga.port.DestinationAllocator;
import io.amanat.saga.port.EscrowPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.test.saga.SagaTestFixture;
import tools.jackson.databind.json.JsonMapper;

/**
 * Axon's fixture, and what it lacks.
 *
 * <ul>
 *   <li>It keeps the saga as an object and does not roll it back: so these tests demand more than production does, namely that a
 *       failed handler has not touched state, associations or deadlines at all.
 *   <li>It never serialises the saga: here it goes through JSON before every step.
 *   <li>It fires a deadline once and forgets it: {@link #fireAgain} is the scheduler's retry, or a stray.
 *   <li>It swallows what a handler throws; here it comes out, as in production.
 * </ul>
 */
final class EscrowFixture extends SagaTestFixture<EscrowSaga> {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");
    static final EscrowPolicy POLICY =
            new EscrowPolicy(Duration.ofHours(24), Duration.ofDays(3), Duration.ofDays(2), 250, 50);
    static final AllocatedDestination DESTINATION = new AllocatedDestination(
            new DestinationId(new UUID(0, 77)), new EvmAddress("0x" + "d".repeat(40)), "0a1b2c3d", "0/17");
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility.withFieldVisibility(JsonAutoDetect.Visibility.ANY))
            .build();

    final Told told = new Told();
    final Parked parked = new Parked();
    final List<String> scheduled = new ArrayList<>();
    final List<DeadlineMessage<?>> fired = new ArrayList<>();
    Instant observedUntil = NOW.plus(Duration.ofDays(365));
    private final List<ScopeDescriptor> scopes = new ArrayList<>();
    private EscrowSaga saga = new EscrowSaga();

    EscrowFixture() {
        super(EscrowSaga.class);
        registerResource(told);
        registerResource(POLICY);
        registerResource(parked);
        registerResource((DestinationAllocator) (paymentId, requestId, chainId) -> DESTINATION);
        registerResource((ChainWatch) chainId -> observedUntil);
        registerResourceInjector(injected -> saga = (EscrowSaga) injected);
        registerListenerInvocationErrorHandler(PropagatingErrorHandler.instance());
        registerDeadlineDispatchInterceptor(messages -> (index, message) -> {
            scheduled.add(message.getDeadlineName());
            return message;
        });
        givenCurrentTime(NOW);
    }

    EscrowFixture given(List<?> history) {
        history.forEach(this::givenAPublished);
        told.forget();
        return this;
    }

    /** What the saga remembers, as the saga store would read it back. */
    TradeState state() {
        return JSON.readValue(JSON.writeValueAsString(saga), EscrowSaga.class).state;
    }

    /** Delivers {@code event} and answers the commands that succeeded. */
    List<Command> deliver(GenericEventMessage<?> event) {
        told.forget();
        throughTheStore();
        whenPublishingA(event);
        return List.copyOf(told.succeeded);
    }

    List<Command> timePasses(Duration duration) {
        told.forget();
        throughTheStore();
        whenTimeElapses(duration);
        return List.copyOf(told.succeeded);
    }

    List<Command> fireAgain(int index) {
        told.forget();
        DefaultUnitOfWork<DeadlineMessage<?>> unit = DefaultUnitOfWork.startAndGet(fired.get(index));
        unit.execute(() -> {
            try {
                super.handleDeadline(scopes.get(index), fired.get(index));
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return List.copyOf(told.succeeded);
    }

    @Override
    protected void handleDeadline(ScopeDescriptor scope, DeadlineMessage<?> deadline) throws Exception {
        fired.add(deadline);
        scopes.add(scope);
        super.handleDeadline(scope, deadline);
    }

    private void throughTheStore() {
        if (saga.state != null) {
            saga.state = state();
        }
    }
}
