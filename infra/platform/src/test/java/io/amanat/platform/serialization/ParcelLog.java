package io.amanat.platform.serialization;

import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.platform.serialization.ParcelEvent.ParcelReturned;
import io.amanat.platform.serialization.ParcelEvent.ParcelWeighed;
import io.amanat.platform.serialization.ParcelEvent.Weight;
import io.amanat.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One parcel's story, stored by builds that are long gone. */
final class ParcelLog {

    final PurchaseRequestId parcel = new PurchaseRequestId(UUID.randomUUID());

    /** What the story is for today's readers. */
    final List<ParcelEvent> now = List.of(
            new ParcelWeighed(parcel, new Weight(2000, null), "user:7"),
            new ParcelWeighed(parcel, new Weight(1950, "kitchen"), "user:7"),
            new ParcelReturned(parcel, "torn"));

    private final TestDatabase database;
    private long next;

    ParcelLog(TestDatabase database) {
        this.database = database;
        append("parcel.weighed.v1", "\"kilograms\":2");
        append("parcel.weighed.v2", "\"weight\":{\"grams\":1950,\"scale\":\"kitchen\"}");
        append("parcel.sent-back.v1", "\"note\":\"torn\"");
    }

    /** Returns the event's id. */
    String append(String type, String content) {
        String id = UUID.randomUUID().toString();
        database.jdbc()
                .sql("""
                    insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                        payload_type, payload, meta_data, time_stamp)
                    values (:id, :parcel, :sequence, 'Parcel', :type, :content, :metadata, :at)\
                    """)
                .param("id", id)
                .param("parcel", parcel.toString())
                .param("sequence", next++)
                .param("type", type)
                .param("content", bytes("{\"parcelId\":\"" + parcel + "\"," + content + "}"))
                .param("metadata", bytes("{\"actor\":\"user:7\",\"correlationId\":\"" + parcel + "\"}"))
                .param("at", Instant.now().toString())
                .update();
        return id;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
