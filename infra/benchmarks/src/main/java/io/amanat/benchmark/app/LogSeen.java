package io.amanat.benchmark.app;

import io.amanat.platform.axon.Processors;
import io.amanat.platform.serialization.Serializers;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says that everybody has seen a generated log to its end, as they have in a platform that has lived through it. Otherwise the first
 * start would play every trade's part again, and follow event by event what a rebuild is to fill at once.
 */
final class LogSeen {

    private LogSeen() {}

    /** Of a platform that does not run. The read tables do not show the new events then, before a rebuild. */
    static void upTo(DataSource owner, long position) {
        liveTables(owner, position);
        sagas(owner, position);
    }

    private static void liveTables(DataSource owner, long position) {
        JdbcClient jdbc = JdbcClient.create(owner);
        if (jdbc.sql("update amanat_read.projection_segments set position = :position")
                        .param("position", position)
                        .update()
                == 0) {
            jdbc.sql("insert into amanat_read.projection_segments (segment, segments, position) values (0, 1,"
                            + " :position)")
                    .param("position", position)
                    .update();
        }
    }

    private static void sagas(DataSource owner, long position) {
        SerializedObject<byte[]> token =
                Serializers.general().serialize(GapAwareTrackingToken.newInstance(position, List.of()), byte[].class);
        JdbcClient jdbc = JdbcClient.create(owner);
        for (String processor : List.of(Processors.SAGAS, Processors.CUSTODY)) {
            jdbc.sql("""
                insert into token_entry (processor_name, segment, token, token_type, time_stamp)
                values (:processor, 0, :token, :type, :now)
                on conflict (processor_name, segment) do update set token = :token, token_type = :type\
                """)
                    .param("processor", processor)
                    .param("token", token.getData())
                    .param("type", token.getType().getName())
                    .param("now", Instant.EPOCH.toString())
                    .update();
        }
    }
}
