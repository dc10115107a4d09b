package io.amanat.domain;

import io.amanat.contract.Command;
import io.amanat.contract.MetadataKeys;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the aggregate of a {@link Command} without an Axon annotation on it: the id is {@link Command#target()}, the version that the
 * caller has seen is the metadata {@link MetadataKeys#EXPECTED_VERSION}. Versions count an aggregate's events from 0.
 *
 * <p>Axon compares the version only where it loads the aggregate: a command that creates is never refused for its version.
 */
public final class CommandTargets implements CommandTargetResolver {
    /** @throws IllegalArgumentException when the payload is no {@link Command} or the version no whole number */
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        if (!(message.getPayload() instanceof Command command)) {
            throw new IllegalArgumentException(message.getCommandName() + " names no aggregate");
        }
        Object identifier = command.target().toString();
        return new VersionedAggregateIdentifier(identifier, expectedVersion(message));
    }

    private static @Nullable Long expectedVersion(CommandMessage<?> message) {
        return message.getMetaData().get(MetadataKeys.EXPECTED_VERSION) instanceof String version
                ? Long.valueOf(version)
                : null;
    }
}
