package io.amanat.platform.axon;

import io.amanat.contract.Command;
import io.amanat.contract.CommandSender;
import io.amanat.contract.MetadataKeys;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends commands over the local bus.
 *
 * <p>From outside, a command is a transaction of its own: when {@code send} returns, its events are stored. Inside an event handler or
 * a transaction it joins that: its events are stored together with the handler's progress and the caller's rows, or not at all.
 */
final class AxonCommandSender implements CommandSender {

    private static final int ATTEMPTS_MAX = 5;

    private final CommandBus bus;

    AxonCommandSender(CommandBus bus) {
        this.bus = bus;
    }

    @Override
    public @Nullable Object send(Command command, Origin origin) {
        for (int attempt = 1; ; attempt++) {
            try {
                return dispatch(command, metadata(origin));
            } catch (ConcurrencyException e) {
                if (attempt == ATTEMPTS_MAX || joined()) {
                    throw new TooBusy(e);
                }
            }
        }
    }

    /** In somebody else's transaction a second try is theirs: the first one has spoilt it. */
    private static boolean joined() {
        return CurrentUnitOfWork.isStarted() || TransactionSynchronizationManager.isActualTransactionActive();
    }

    private @Nullable Object dispatch(Command command, Map<String, String> metadata) {
        String id = IdentifierFactory.getInstance().generateIdentifier();
        Outcome outcome = new Outcome();
        // built from its parts, so that nothing of the message being handled slips into the new one's origin
        bus.dispatch(
                new GenericCommandMessage<>(
                        new GenericMessage<>(id, command, metadata),
                        command.getClass().getName()),
                (message, result) -> outcome.set(result));
        Throwable failure = outcome.failure();
        if (failure != null) {
            throw translated(command, failure);
        }
        return outcome.value();
    }

    private static Map<String, String> metadata(Origin origin) {
        Map<String, String> metadata = new HashMap<>(origin.more());
        metadata.put(MetadataKeys.ACTOR, origin.actor());
        metadata.put(MetadataKeys.ACTOR_ROLE, origin.actorRole());
        metadata.put(MetadataKeys.CORRELATION_ID, origin.correlationId());
        if (CurrentUnitOfWork.isStarted()) {
            metadata.put(
                    MetadataKeys.CAUSATION_ID,
                    CurrentUnitOfWork.get().getMessage().getIdentifier());
        }
        return metadata;
    }

    private static RuntimeException translated(Command command, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case RuleViolated refused -> {
                    return refused;
                }
                case AggregateNotFoundException _ -> {
                    return new RuleViolated(MissingAggregates.rule(command));
                }
                case ConflictingAggregateVersionException stale -> {
                    return new StaleVersion(stale);
                }
                case ConcurrencyException concurrent -> {
                    return concurrent;
                }
                case AggregateStreamCreationException createdMeanwhile -> {
                    return new ConcurrencyException("created meanwhile", createdMeanwhile);
                }
                case LockAcquisitionFailedException busy -> {
                    return new TooBusy(busy);
                }
                default -> {}
            }
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }
}
