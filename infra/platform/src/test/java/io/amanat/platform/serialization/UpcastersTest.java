package io.amanat.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.EventType;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.platform.serialization.ParcelEvent.ParcelLost;
import io.amanat.platform.serialization.ParcelEvent.SentBack;
import io.amanat.platform.serialization.ParcelEvent.WeighedByNobody;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What does not fit together is refused when it is put together. */
class UpcastersTest {

    @Test
    void givenThePast_thenEveryHistoricNameLeadsToACurrentEvent() {
        Upcasters past = new Upcasters(ParcelEvent.types(), ParcelEvent.past());

        assertThat(past.chains()).containsOnlyKeys("parcel.sent-back.v1", "parcel.weighed.v1", "parcel.weighed.v2");
        assertThat(past.currentName("parcel.weighed.v1")).isEqualTo("parcel.weighed.v3");
        assertThat(past.currentName("parcel.sent-back.v1")).isEqualTo("parcel.returned.v1");
        assertThat(past.currentName("parcel.lost.v1")).isEqualTo("parcel.lost.v1");
    }

    @Test
    void givenTwoUpcastersOfOneName_whenBuilt_thenRefused() {
        refused(
                List.of(step("parcel.left.v1", "parcel.lost.v1"), step("parcel.left.v1", "parcel.returned.v1")),
                "both Step and Step begin at 'parcel.left.v1'");
    }

    @Test
    void givenUpcasterOfACurrentEvent_whenBuilt_thenRefused() {
        refused(
                List.of(step("parcel.lost.v1", "parcel.returned.v1")),
                "'parcel.lost.v1' is a current event, yet Step begins at it");
    }

    @Test
    void givenUpcasterToANameThatNobodyKnows_whenBuilt_thenRefused() {
        refused(
                List.of(step("parcel.left.v1", "parcel.stolen.v1")),
                "Step leads to 'parcel.stolen.v1', which is no current event and has no upcaster");
    }

    @Test
    void givenChainThatBreaksOff_whenBuilt_thenRefused() {
        refused(
                List.of(step("parcel.left.v1", "parcel.left.v2")),
                "Step leads to 'parcel.left.v2', which is no current event and has no upcaster");
    }

    @Test
    void givenCircle_whenBuilt_thenRefused() {
        refused(
                List.of(step("parcel.left.v1", "parcel.gone.v1"), step("parcel.gone.v1", "parcel.left.v1")),
                "upcasters lead in a circle: 'parcel.gone.v1' -> 'parcel.left.v1' -> 'parcel.gone.v1'");
        refused(
                List.of(step("parcel.left.v1", "parcel.left.v1")),
                "upcasters lead in a circle: 'parcel.left.v1' -> 'parcel.left.v1'");
    }

    @Test
    void givenCurrentVersionWithoutAPast_whenBuilt_thenRefused() {
        assertThatThrownBy(() -> new Upcasters(ParcelEvent.types(), List.of(new SentBack())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is 'parcel.weighed.v3', but no upcaster begins at 'parcel.weighed.v2'");
    }

    @Test
    void givenGapInThePast_whenBuilt_thenRefused() {
        assertThatThrownBy(() -> new Upcasters(ParcelEvent.types(), List.of(new SentBack(), new WeighedByNobody())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is 'parcel.weighed.v2', but no upcaster begins at 'parcel.weighed.v1'");
    }

    @Test
    void givenTwoEventsOfOneName_whenBuilt_thenRefused() {
        assertThatThrownBy(() -> new EventTypes(List.of(ParcelEvent.class, Impostor.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("parcel.lost.v1 names both")
                .hasMessageContaining(ParcelLost.class.getName());
    }

    /** Against a part of the family that has no past of its own. */
    private static void refused(List<Upcaster> upcasters, String sentence) {
        EventTypes types = new EventTypes(List.of(ParcelLost.class, ParcelEvent.ParcelReturned.class));
        assertThatThrownBy(() -> new Upcasters(types, upcasters))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(sentence);
    }

    private static Upcaster step(String from, String to) {
        return new Step(from, to);
    }

    private record Step(String from, String to) implements Upcaster {
        @Override
        public ObjectNode upcast(ObjectNode payload, Map<String, String> metadata) {
            return payload;
        }
    }

    @EventType("parcel.lost.v1")
    private record Impostor(PurchaseRequestId subject) implements io.amanat.contract.Event {}
}
