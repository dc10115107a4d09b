package io.amanat.query.audit;

import io.amanat.query.QuerySettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events as newline-delimited JSON, one per line, in the log's order. Holds one batch in memory, whatever the log's size, and
 * no transaction while the client reads.
 */
@Component
class AuditExport {
    private static final long BEFORE_THE_FIRST = -1;

    private final AuditLog log;
    private final JsonMapper json;
    private final int batchRows;

    AuditExport(AuditLog log, JsonMapper json, QuerySettings settings) {
        this.log = log;
        this.json = json;
        this.batchRows = settings.exportBatchRows();
    }

    /** Ends with the event at {@code upTo}, so that an export of a growing log ends. */
    void write(AuditFilter filter, long upTo, OutputStream out) throws IOException {
        long after = BEFORE_THE_FIRST;
        List<AuditEvent> batch;
        do {
            batch = log.events(filter, after, upTo, batchRows);
            for (AuditEvent event : batch) {
                out.write(line(event));
                after = event.position();
            }
            out.flush();
        } while (batch.size() == batchRows);
    }

    /** A line break outside of JSON's strings is white space; inside of one it never stands raw. */
    private byte[] line(AuditEvent event) {
        String text = json.writeValueAsString(event).replace('\n', ' ').replace('\r', ' ');
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
