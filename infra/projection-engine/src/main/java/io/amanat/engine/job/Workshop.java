package io.amanat.engine.job;

import io.amanat.engine.EventDecoder;
import io.amanat.engine.EventSource;
import io.amanat.engine.RowSink;
import io.amanat.projection.Projection;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * What every job works with.
 *
 * @param owner of the role that may make, rename and drop schemas; no timeout ends its statements
 * @param app for the table of jobs
 * @param liveSchema the name of the live read tables
 * @param segments that the live tables have after a rebuild
 * @param rows a writer of rows into the schema of the given name, which is used until its constraints change
 * @param applicationVersion for certificates
 */
public record Workshop(
        DataSource owner,
        DataSource app,
        String liveSchema,
        int segments,
        EventSource log,
        EventDecoder decoder,
        Projection projection,
        Function<String, RowSink> rows,
        JobSettings settings,
        String applicationVersion) {
    JobTable table() {
        return new JobTable(app);
    }
}
