package io.amanat.projection.writing;

import io.amanat.projection.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row's plain values as the text that the database reads. Used by one batch. */
final class Texts {
    private @Nullable Instant lastInstant;
    private String lastInstantText = "";

    @Nullable
    String of(Column column, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> column.uuid() ? UUID.fromString(text).toString() : text;
            case UUID uuid -> uuid.toString();
            case BigDecimal number -> number.toPlainString();
            case Instant instant -> instant(instant);
            case Row.Enumerated word -> of(column, word.text());
            default -> value.toString();
        };
    }

    /** Neighbouring rows mostly come from one event. */
    private String instant(Instant instant) {
        if (!instant.equals(lastInstant)) {
            lastInstant = instant;
            lastInstantText = instant.toString();
        }
        return lastInstantText;
    }
}
