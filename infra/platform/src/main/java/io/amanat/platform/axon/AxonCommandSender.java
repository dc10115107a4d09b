package io.amanat.platform.axon;

import io.amanat.contract.Command;
import io.amanat.contract.CommandSender;
import io.amanat.contract.MetadataKeys;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import io.amanat.eventlog.DuplicateCommand;
import io.amanat.eventlog.LogOverloaded;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
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
 * <p>From outside, a command's events are a commit of their own, shared with other commands of the same moment: when {@code send}
 * returns, they are stored. Inside an event handler or a transaction it joins that: its events are stored together with the handler's
 * progress and the caller's rows, or not at all.
 */
final class AxonCommandSender implements CommandSender {

    private static final int ATTEMPTS_MAX = 5;

    private final CommandBus bus;
    private final Cache cache;
    private final RepeatedCommands repeated;

    AxonCommandSender(CommandBus bus, Cache cache, RepeatedCommands repeated) {
        this.bus = bus;
        this.cache = cache;
        this.repeated = repeated;
    }

    @Override
    public @Nullable Object send(Command command, Origin origin) {
        Map<String, String> metadata = metadata(origin);
        for (int attempt = 1; ; attempt++) {
            try {
                return answer(command, metadata, decide(command, metadata, attempt == 1 && !joined()));
            } catch (ConcurrencyException e) {
                if (attempt == ATTEMPTS_MAX || joined()) {
                    throw new TooBusy(e);
                }
            }
        }
    }

    /** On a cached aggregate first, or on a new one; when that leaves a doubt, on what the log says. */
    private Outcome decide(Command command, Map<String, String> metadata, boolean firstTry) {
        for (int attempt = 1; ; attempt++) {
            Decision decision = Decision.begin(firstTry && attempt == 1);
            Outcome outcome;
            try {
                outcome = dispatch(command, metadata);
            } finally {
                Decision.end();
            }
            if (!decision.unproven() || attempt == ATTEMPTS_MAX) {
                return outcome;
            }
            cache.remove(command.target().toString());
        }
    }

    /** A refusal of what an earlier try under the same key has done already is that try's answer. */
    private @Nullable Object answer(Command command, Map<String, String> metadata, Outcome outcome) {
        Throwable failure = outcome.failure();
        if (failure == null) {
            return outcome.value();
        }
        RuntimeException translated = translated(command, failure);
        return switch (translated) {
            case DuplicateCommand duplicate -> repeated.answer(command, metadata, duplicate);
            case RuleViolated refused -> repeated.answer(command, metadata, refused);
            default -> throw translated;
        };
    }

    /** In somebody else's transaction a second try is theirs: the first one has spoilt it. */
    private static boolean joined() {
        return CurrentUnitOfWork.isStarted() || TransactionSynchronizationManager.isActualTransactionActive();
    }

    private Outcome dispatch(Command command, Map<String, String> metadata) {
        String id = IdentifierFactory.getInstance().generateIdentifier();
        Outcome outcome = new Outcome();
        // built from its parts, so that nothing of the message being handled slips into the new one's origin
        bus.dispatch(
                new GenericCommandMessage<>(
                        new GenericMessage<>(id, command, metadata),
                        command.getClass().getName()),
                (message, result) -> outcome.set(result));
        return outcome;
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
                case EventStoreException log -> {
                    return log;
                }
                case LogOverloaded overloaded -> {
                    return overloaded;
                }
                default -> {}
            }
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }
}
