package io.amanat.benchmark.trade;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Writes rows into the log's table with PostgreSQL's binary COPY: the fastest way in, and none of the engine's own. */
final class LogCopy {

    private static final String COPY = """
        copy domain_event_entry (global_index, event_identifier, aggregate_identifier, sequence_number, type,
                                 payload_type, payload, meta_data, time_stamp)
        from stdin (format binary)\
        """;

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final short COLUMNS = 9;
    private static final int BUFFER_BYTES = 1 << 20;

    /** With milliseconds, also when they are zero: as the framework writes it. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private LogCopy() {}

    static void write(Connection owner, Stream<LogRow> rows) throws SQLException, IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                new PGCopyOutputStream(owner.unwrap(PGConnection.class), COPY, BUFFER_BYTES), BUFFER_BYTES))) {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
            for (LogRow row : (Iterable<LogRow>) rows::iterator) {
                write(out, row);
            }
            out.writeShort(-1);
        }
    }

    private static void write(DataOutputStream out, LogRow row) throws IOException {
        out.writeShort(COLUMNS);
        number(out, row.position());
        bytes(out, utf8(row.eventId()));
        bytes(out, utf8(row.aggregateId()));
        number(out, row.sequence());
        bytes(out, utf8(row.aggregateType()));
        bytes(out, utf8(row.payloadType()));
        bytes(out, row.payload());
        bytes(out, row.metadata());
        bytes(out, utf8(TIME.format(row.at())));
    }

    private static void number(DataOutputStream out, long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }

    private static void bytes(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
