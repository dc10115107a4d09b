package io.amanat.query.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cursors: opaque to clients, the last item seen to us. */
public final class Cursors {
    private static final String POSITION = "position:";
    private static final String KEY = "key:";

    private Cursors() {}

    /** The last item of a list that is ordered by creation, newest first. */
    public record Seen(Instant createdAt, UUID id) {
        public String encoded() {
            return encode(createdAt + "/" + id);
        }
    }

    /** Reads a cursor that {@link Seen#encoded} wrote; absent for the first page. */
    public static @Nullable Seen seen(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = decode(cursor).split("/", -1);
        if (parts.length != 2) {
            throw invalid();
        }
        try {
            return new Seen(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw invalid();
        }
    }

    /** A cursor into a list that is ordered by the log's positions. */
    public static String ofPosition(long position) {
        return encode(POSITION + position);
    }

    /** Reads a cursor that {@link #ofPosition} wrote; {@code before} for the first page. */
    public static long position(@Nullable String cursor, long before) {
        if (cursor == null) {
            return before;
        }
        String text = decode(cursor);
        if (!text.startsWith(POSITION)) {
            throw invalid();
        }
        try {
            return Long.parseLong(text.substring(POSITION.length()));
        } catch (NumberFormatException notOurs) {
            throw invalid();
        }
    }

    /** A cursor into a list that is ordered by a key of several parts, as text. */
    public static String ofKey(List<String> parts) {
        return encode(parts.stream()
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", KEY, "")));
    }

    /** Reads a cursor that {@link #ofKey} wrote, of so many parts; absent for the first page. */
    public static @Nullable List<String> key(@Nullable String cursor, int parts) {
        if (cursor == null) {
            return null;
        }
        String text = decode(cursor);
        String[] found = text.startsWith(KEY) ? text.substring(KEY.length()).split("&", -1) : new String[0];
        if (found.length != parts) {
            throw invalid();
        }
        try {
            return Arrays.stream(found)
                    .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                    .toList();
        } catch (IllegalArgumentException notOurs) {
            throw invalid();
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    /** A cursor that is not ours. */
    public static QueryProblem invalid() {
        return new QueryProblem(QueryRefusal.CURSOR_INVALID);
    }
}
