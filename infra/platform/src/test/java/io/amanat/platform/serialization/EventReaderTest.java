package io.amanat.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.platform.serialization.ParcelEvent.ParcelReturned;
import io.amanat.platform.serialization.ParcelEvent.ParcelWeighed;
import io.amanat.platform.serialization.ParcelEvent.Weight;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123Z");
    private static final PurchaseRequestId PARCEL = new PurchaseRequestId(new UUID(0, 1));
    private static final String ID = "\"parcelId\":\"" + PARCEL + "\"";
    private static final String ACTOR = "{\"actor\":\"user:1\",\"correlationId\":\"c\"}";

    private final EventReader reader = ParcelEvent.reader();

    @Test
    void givenCurrentEvent_whenRead_thenItIsAsStored() {
        StoredEvent read =
                read("parcel.weighed.v3", "{" + ID + ",\"weight\":{\"grams\":5},\"weighedBy\":\"me\"}", ACTOR);

        assertThat(read)
                .isEqualTo(new StoredEvent(
                        17,
                        "e-1",
                        "a-1",
                        3,
                        "parcel.weighed.v3",
                        AT,
                        new ParcelWeighed(PARCEL, new Weight(5, null), "me"),
                        Map.of("actor", "user:1", "correlationId", "c")));
    }

    @Test
    void givenFirstVersion_whenRead_thenLedThroughEveryStepToTheThird() {
        StoredEvent read = read("parcel.weighed.v1", "{" + ID + ",\"kilograms\":2}", ACTOR);

        assertThat(read.type()).isEqualTo("parcel.weighed.v3");
        assertThat(read.event()).isEqualTo(new ParcelWeighed(PARCEL, new Weight(2000, null), "user:1"));
    }

    @Test
    void givenRenamedEvent_whenRead_thenUnderItsNewName() {
        StoredEvent read = read("parcel.sent-back.v1", "{" + ID + "}", "{}");

        assertThat(read.type()).isEqualTo("parcel.returned.v1");
        assertThat(read.event()).isEqualTo(new ParcelReturned(PARCEL, null));
    }

    @Test
    void givenUnknownType_whenRead_thenNamedWithItsPlace() {
        assertThatThrownBy(() -> read("parcel.weighed.v4", "{}", "not even JSON"))
                .isInstanceOfSatisfying(
                        UnknownEventType.class, e -> assertThat(e.type()).isEqualTo("parcel.weighed.v4"))
                .hasMessage("event e-1 at position 17: no event is named 'parcel.weighed.v4';"
                        + " was it stored by a newer version?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        parcel.weighed.v3  | {"secret             | its content is not the JSON it should be, near byte
        parcel.weighed.v3  | {"weight":"secret","weight":1} | its content has not the shape of 'parcel.weighed.v3' at weight
        parcel.returned.v1 | {ID,"note":"secret"} x | its content is not the JSON it should be, near byte
        parcel.returned.v1 | {ID} {"note":"secret"} | its content has not the shape of 'parcel.returned.v1'
        parcel.returned.v1 | {ID,ID}              | its content is not the JSON it should be, near byte
        parcel.returned.v1 | {"parcelId":"secret"} | its content has not the shape of 'parcel.returned.v1' at parcelId
        parcel.returned.v1 | ["secret"]           | its content has not the shape of 'parcel.returned.v1'
        parcel.returned.v1 | {"note":"secret"}    | its content has not the shape of 'parcel.returned.v1' at parcelId
        parcel.returned.v1 | {"parcelId":null}    | its content has not the shape of 'parcel.returned.v1' at parcelId
        parcel.returned.v1 | null                 | its content is null
        parcel.lost.v1     | {ID,"places":["here",{"secret":1}]} | its content has not the shape of 'parcel.lost.v1' at places[1]
        parcel.weighed.v3  | {ID,"weight":{"scale":"secret"},"weighedBy":"w"} | 'parcel.weighed.v3' at weight.grams
        parcel.weighed.v2  | {ID,"weight":"secret"} | its upcast content has not the shape of 'parcel.weighed.v3' at weight
        parcel.weighed.v1  | {"secret             | its content is not the JSON it should be, near byte
        parcel.weighed.v1  | "secret"             | its content is no JSON object
        parcel.weighed.v1  | {"secret":1}         | an upcaster to 'parcel.weighed.v3' failed
        """)
    void givenWrongContent_whenRead_thenSaidWhereAndNothingOfIt(String type, String payload, String what) {
        UnreadableEvent error =
                catchThrowableOfType(UnreadableEvent.class, () -> read(type, payload.replace("ID", ID), ACTOR));

        assertThat(error.type()).isEqualTo(type);
        assertThat(error.eventId()).isEqualTo("e-1");
        assertThat(error)
                .hasMessageStartingWith("event e-1 at position 17, stored as '" + type + "', cannot be read: ")
                .hasMessageContaining(what);
        assertThat(printed(error)).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        {"secret              | its metadata is not the JSON it should be, near byte
        {"a":"secret"}}       | its metadata is not the JSON it should be, near byte
        {"a":"1","a":"secret"} | its metadata is not the JSON it should be, near byte
        {"a":"1"} "secret"    | its metadata is no flat JSON object
        ["secret"]            | its metadata is no flat JSON object
        null                  | its metadata is no flat JSON object
        {"a":{"b":"secret"}}  | its metadata is no flat JSON object
        """)
    void givenWrongMetadata_whenRead_thenSaid(String metadata, String what) {
        UnreadableEvent error =
                catchThrowableOfType(UnreadableEvent.class, () -> read("parcel.returned.v1", "{" + ID + "}", metadata));

        assertThat(error).hasMessageContaining(what);
        assertThat(printed(error)).doesNotContain("secret");
    }

    @Test
    void givenWrongContent_whenReadByTheSerializer_thenTheSameError() {
        var stored = new SimpleSerializedObject<>("{\"note\":\"secret\"}", String.class, "parcel.returned.v1", null);

        assertThatThrownBy(() -> Serializers.events(reader).deserialize(stored))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("an event, stored as 'parcel.returned.v1', cannot be read:"
                        + " its content has not the shape of 'parcel.returned.v1' at parcelId");
    }

    @Test
    void givenThePast_thenEveryHistoricNameIsToldWithItsCurrentOne() {
        assertThat(reader.historicNames())
                .containsExactly(
                        entry("parcel.sent-back.v1", "parcel.returned.v1"),
                        entry("parcel.weighed.v1", "parcel.weighed.v3"),
                        entry("parcel.weighed.v2", "parcel.weighed.v3"));
    }

    private StoredEvent read(String type, String payload, String metadata) {
        return reader.read(17, "e-1", "a-1", 3, type, AT, bytes(payload), bytes(metadata));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String printed(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
