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
 * Says that sagas and custody have seen a generated log to its end, as they have in a platform that has lived through it. Otherwise the
 * first start would play every trade's part again.
 */
final class ProcessorTokens {

    private ProcessorTokens() {}

    /** Of a platform that does not run. */
    static void atEnd(DataSource owner, long position) {
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
