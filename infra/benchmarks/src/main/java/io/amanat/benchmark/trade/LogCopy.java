package io.amanat.benchmark.trade;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Writes rows into the log's table with PostgreSQL's binary COPY: the fastest way in, and none of the engine's own. */
final class LogCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int BUFFER_BYTES = 1 << 20;

    /** With milliseconds, also when they are zero: as the framework writes it. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** What a row has in a column, in PostgreSQL's binary form. */
    private interface Column {
        byte @Nullable [] of(LogRow row);
    }

    private static final Map<String, Column> COLUMNS = columns();

    private LogCopy() {}

    /** Columns that the table computes itself are left to it. */
    static void write(Connection owner, Stream<LogRow> rows) throws SQLException, IOException {
        Set<String> writable = writable(owner);
        List<String> names =
                COLUMNS.keySet().stream().filter(writable::contains).toList();
        List<Column> columns = COLUMNS.entrySet().stream()
                .filter(column -> writable.contains(column.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        String copy = "copy domain_event_entry (" + String.join(", ", names) + ") from stdin (format binary)";
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                new PGCopyOutputStream(owner.unwrap(PGConnection.class), copy, BUFFER_BYTES), BUFFER_BYTES))) {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
            for (LogRow row : (Iterable<LogRow>) rows::iterator) {
                out.writeShort(columns.size());
                for (Column column : columns) {
                    write(out, column.of(row));
                }
            }
            out.writeShort(-1);
        }
    }

    private static Map<String, Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("global_index", row -> number(row.position()));
        columns.put("event_identifier", row -> utf8(row.eventId()));
        columns.put("aggregate_identifier", row -> utf8(row.aggregateId()));
        columns.put("sequence_number", row -> number(row.sequence()));
        columns.put("type", row -> utf8(row.aggregateType()));
        columns.put("payload_type", row -> utf8(row.payloadType()));
        columns.put("payload", LogRow::payload);
        columns.put("meta_data", LogRow::metadata);
        columns.put("time_stamp", row -> utf8(TIME.format(row.at())));
        columns.put("actor", row -> utf8(row.actor()));
        columns.put("correlation_id", row -> utf8(row.correlationId()));
        columns.put("idempotency_key", row -> row.idempotencyKey() == null ? null : utf8(row.idempotencyKey()));
        return columns;
    }

    private static Set<String> writable(Connection owner) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery("""
                    select attname from pg_attribute
                    where attrelid = 'domain_event_entry'::regclass and attnum > 0 and attgenerated = ''\
                    """)) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    private static void write(DataOutputStream out, byte @Nullable [] value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
        } else {
            out.writeInt(value.length);
            out.write(value);
        }
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
