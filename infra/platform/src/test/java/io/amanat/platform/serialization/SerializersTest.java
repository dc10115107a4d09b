package io.amanat.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.marketplace.OfferEvent.OfferRejected;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RejectionCause;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.saga.SagaScopeDescriptor;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

class SerializersTest {

    private final Serializer events = Serializers.events();
    private final Serializer general = Serializers.general();
    private final JsonMapper mapper = WireFormat.mapper();

    @Test
    void absentValuesAreLeftOutAndUnknownOnesIgnored() {
        OfferRejected event = new OfferRejected(
                new PurchaseRequestId(new UUID(0, 1)),
                new OfferId(new UUID(0, 2)),
                RejectionCause.BY_BUYER,
                null,
                PurchaseRequestStatus.PENDING);
        String json = events.serialize(event, String.class).getData();
        assertThat(json).doesNotContain("reason").doesNotContain("subject");

        String newer = json.replaceFirst("\\{", "{\"addedLater\":[1],");
        Object read = events.deserialize(new SimpleSerializedObject<>(newer, String.class, "offer.rejected.v1", null));
        assertThat(read).isEqualTo(event);
    }

    @Test
    void unknownEventIsNeverSkipped() {
        var stored = new SimpleSerializedObject<>("{}", String.class, "payment.sneezed.v1", null);
        assertThatThrownBy(() -> events.deserialize(stored))
                .isInstanceOf(UnknownEventType.class)
                .hasMessageContaining("payment.sneezed.v1");
    }

    @Test
    void noClassNameGetsIntoTheLogOrOutOfIt() {
        assertThatThrownBy(() -> events.serialize("text", byte[].class)).isInstanceOf(IllegalArgumentException.class);
        var stored = new SimpleSerializedObject<>("\"x\"", String.class, "java.lang.String", null);
        assertThatThrownBy(() -> events.deserialize(stored)).isInstanceOf(UnknownEventType.class);
    }

    @Test
    void metadataIsPlainJson() {
        MetaData metadata = MetaData.with("actor", "user:1").and("requestId", "r-1");
        SerializedObject<String> stored = events.serialize(metadata, String.class);
        assertThat(stored.getData()).isEqualTo("{\"actor\":\"user:1\",\"requestId\":\"r-1\"}");
        assertThat(events.<String, MetaData>deserialize(stored)).isEqualTo(metadata);
    }

    @Test
    void tokensSurviveEvenDuringAReplay() {
        TrackingToken token = new GapAwareTrackingToken(17, List.of(3L, 9L));
        assertThat(roundTrip(token)).isEqualTo(token);
        TrackingToken replay = ReplayToken.createReplayToken(token, new GapAwareTrackingToken(2, List.of()));
        assertThat(roundTrip(replay)).isEqualTo(replay);
        assertThat(roundTrip(new SagaScopeDescriptor("S", "id")).toString()).contains("id");
    }

    @Test
    void sagaStateIsItsFields() {
        Saga saga = new Saga();
        saga.seen = Map.of(new PaymentId(new UUID(0, 7)), Instant.EPOCH);
        saga.status = PaymentStatus.CONFIRMED;
        SerializedObject<String> stored = general.serialize(saga, String.class);
        assertThat(stored.getData()).doesNotContain("gateway");
        Saga read = general.deserialize(stored);
        assertThat(read.seen).isEqualTo(saga.seen);
        assertThat(read.status).isEqualTo(saga.status);
    }

    @Test
    void valuesOfTheContract() {
        assertThat(mapper.readValue("{\"amount\":\"125.50\",\"currency\":\"USDT\"}", Money.class)
                        .amount())
                .isEqualTo("125.50");
        assertThat(mapper.readValue(
                        "{\"amount\":\"0.000001\",\"currency\":\"USDC\",\"chainId\":1,\"contract\":\"0x"
                                + "a".repeat(40) + "\",\"decimals\":6}",
                        AssetAmount.class))
                .hasToString("0.000001 USDC");
        assertThat(mapper.writeValueAsString(new PaymentId(new UUID(0, 1))))
                .isEqualTo("\"00000000-0000-0000-0000-000000000001\"");
    }

    @Test
    void nonsenseIsRefusedWithTheReason() {
        refused(Money.class, "{\"amount\":125.5,\"currency\":\"USDT\"}", "String");
        refused(Money.class, "{\"amount\":\"1.1234567\",\"currency\":\"USDT\"}", "at most 6 decimals");
        refused(Money.class, "{\"amount\":\"1e3\",\"currency\":\"USDT\"}", "plain decimal text");
        refused(Money.class, "{\"currency\":\"USDT\"}", "amount is missing");
        refused(Money.class, "{\"amount\":\"1\",\"currency\":\"DOGE\"}", "unknown Currency");
        refused(Money.class, "\"1 USDT\"", "Money");
        refused(PaymentId.class, "\"1-1-1-1-1\"", "an id is a uuid");
        refused(PaymentId.class, "\"+0000000-0000-0000-0000-000000000001\"", "an id is a uuid");
        refused(PaymentId.class, "\"000000000-000-0000-0000-000000000001\"", "an id is a uuid");
        refused(PaymentId.class, "\"00000000-0000-0000-0000-000000000001 \"", "an id is a uuid");
        refused(EvmAddress.class, "\"0x12\"", "40 hexadecimal digits");
        refused(TransferKey.class, "{\"chainId\":1,\"chainId\":2}", "uplicate");
    }

    private void refused(Class<?> type, String json, String reason) {
        assertThatThrownBy(() -> mapper.readValue(json, type))
                .isInstanceOfAny(DatabindException.class, tools.jackson.core.JacksonException.class)
                .hasMessageContaining(reason);
    }

    private Object roundTrip(Object value) {
        return general.deserialize(general.serialize(value, byte[].class));
    }

    static final class Saga {
        private Map<PaymentId, Instant> seen = Map.of();
        private PaymentStatus status = PaymentStatus.PENDING;

        @SuppressWarnings("unused")
        private transient Object gateway = new Object();
    }
}
