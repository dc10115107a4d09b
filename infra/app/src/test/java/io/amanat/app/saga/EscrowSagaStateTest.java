package io.amanat.app.saga;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.platform.serialization.Serializers;
import io.amanat.saga.escrow.EscrowSaga;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

/** Trades that are under way outlive a new release: what the saga store holds for them is read and written as here. */
class EscrowSagaStateTest {
    private static final String STORED = """
        {"state":{"requestId":"00000000-0000-0000-0000-000000000001",\
        "paymentId":"00000000-0000-0000-0000-000000000003","chainId":31337,\
        "waits":{"inspection-window":{"deadlineId":"d1","subject":{"about":"e1"},"due":"2026-03-04T12:00:00.123456Z"}},\
        "releaseDue":true,\
        "pendingRuling":{"disputeId":"00000000-0000-0000-0000-000000000006","ruling":{"kind":"compensation",\
        "toBuyer":{"amount":"25.50","currency":"USDC","chainId":31337,\
        "contract":"0xcccccccccccccccccccccccccccccccccccccccc","decimals":6},\
        "toSeller":{"amount":"100.00","currency":"USDC","chainId":31337,\
        "contract":"0xcccccccccccccccccccccccccccccccccccccccc","decimals":6}}}}}\
        """;

    private final Serializer serializer = Serializers.general();

    @Test
    void whatIsStoredIsReadAndWrittenAgain() {
        EscrowSaga saga = serializer.deserialize(
                new SimpleSerializedObject<>(STORED, String.class, EscrowSaga.class.getName(), null));

        assertThat(serializer.serialize(saga, String.class).getData()).isEqualTo(STORED);
    }
}
