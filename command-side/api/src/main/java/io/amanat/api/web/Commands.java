package io.amanat.api.web;

import io.amanat.contract.Command;
import io.amanat.contract.CommandSender;
import io.amanat.contract.EventPositions;
import io.amanat.contract.Identifier;
import io.amanat.contract.Origin;
import io.amanat.contract.Rule;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.AccessTable;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends commands and says how far the log reached afterwards, so that a client can read its own write. */
@Component
public final class Commands {
    /** The log's last position after the command; a query takes it as {@code minPosition}. */
    public static final String EVENT_POSITION = "X-Event-Position";

    private final CommandSender sender;
    private final EventPositions positions;

    Commands(CommandSender sender, EventPositions positions) {
        this.sender = sender;
        this.positions = positions;
    }

    /** The id of what a command was about. */
    public record IdAnswer(UUID id) {}

    public @Nullable Object send(Command command, Origin origin) {
        return sender.send(command, origin);
    }

    /**
     * Sends a command that makes something under an id of {@link CommandContext#newId}. When an earlier try of this very request had
     * made it and crashed before it answered, the refusal {@code already} means success: text is sealed anew each time, so the
     * aggregate cannot see that it is the same.
     */
    public void create(Command command, Origin origin, CommandContext context, Rule already) {
        try {
            sender.send(command, origin);
        } catch (RuleViolated refused) {
            if (!context.repeatable() || !refused.rule().equals(already)) {
                throw refused;
            }
        }
    }

    /** 201 with the place of the new thing below {@code /api/v1}. */
    public ResponseEntity<IdAnswer> created(String path, Identifier id) {
        return created(path, new IdAnswer(id.value()));
    }

    public <T> ResponseEntity<T> created(String path, T body) {
        return ResponseEntity.created(URI.create(AccessTable.BASE + path))
                .header(EVENT_POSITION, position())
                .body(body);
    }

    public ResponseEntity<IdAnswer> accepted(Identifier id) {
        return accepted(new IdAnswer(id.value()));
    }

    public <T> ResponseEntity<T> accepted(T body) {
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header(EVENT_POSITION, position())
                .body(body);
    }

    /** As {@code answer}, but nobody on the way may keep it. */
    public static <T> ResponseEntity<T> secret(ResponseEntity<T> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .cacheControl(CacheControl.noStore())
                .body(answer.getBody());
    }

    private String position() {
        return Long.toString(positions.head());
    }
}
