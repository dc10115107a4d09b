package io.amanat.platform.axon;

import io.amanat.contract.Command;
import io.amanat.contract.Event;
import io.amanat.contract.MetadataKeys;
import io.amanat.eventlog.DuplicateCommand;
import io.amanat.eventlog.FirstAnswers;
import io.amanat.eventlog.LogEntry;
import io.amanat.platform.serialization.EventReader;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command that is sent again under its idempotency key, after nobody knew what became of it, gets its first answer. */
final class RepeatedCommands {

    private final FirstAnswers answers;
    private final EventReader events;

    RepeatedCommands(FirstAnswers answers, EventReader events) {
        this.answers = answers;
        this.events = events;
    }

    /** The first answer of a command that the log has refused to store twice. */
    @Nullable
    Object answer(Command command, Map<String, String> metadata, DuplicateCommand duplicate) {
        return command.answer(
                first(command, metadata).orElseThrow(() -> new IllegalStateException("no first answer", duplicate)));
    }

    /** The first event of an earlier try; empty when there was none, or when it came without a key. */
    Optional<Event> first(Command command, Map<String, String> metadata) {
        String key = metadata.get(MetadataKeys.IDEMPOTENCY_KEY);
        return key == null
                ? Optional.empty()
                : answers.find(command.target().toString(), metadata.getOrDefault(MetadataKeys.ACTOR, ""), key)
                        .map(this::event);
    }

    private Event event(LogEntry entry) {
        return events.read(
                        entry.position(),
                        entry.eventId(),
                        entry.aggregateId(),
                        entry.sequence(),
                        entry.payloadType(),
                        entry.at(),
                        entry.payload(),
                        entry.metadata())
                .event();
    }
}
