package io.amanat.platform.serialization;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;
import io.amanat.contract.marketplace.PurchaseRequestId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Events that have a past, which the contract's have not yet: one in its third version, one that was renamed, one as it always was. */
sealed interface ParcelEvent extends Event {
    PurchaseRequestId parcelId();

    @Override
    default PurchaseRequestId subject() {
        return parcelId();
    }

    /** v1 had {@code kilograms}; v2 had grams and did not say who weighed. */
    @EventType("parcel.weighed.v3")
    record ParcelWeighed(PurchaseRequestId parcelId, Weight weight, String weighedBy) implements ParcelEvent {}

    /** Was {@code parcel.sent-back.v1}. */
    @EventType("parcel.returned.v1")
    record ParcelReturned(
            PurchaseRequestId parcelId, @Nullable String note) implements ParcelEvent {}

    @EventType("parcel.lost.v1")
    record ParcelLost(PurchaseRequestId parcelId, List<String> places) implements ParcelEvent {}

    record Weight(int grams, @Nullable String scale) {}

    /** A reader of these events with their past. */
    static EventReader reader() {
        return new EventReader(types(), past());
    }

    static EventTypes types() {
        return new EventTypes(List.of(ParcelEvent.class));
    }

    static List<Upcaster> past() {
        return List.of(new WeighedInKilograms(), new WeighedByNobody(), new SentBack());
    }

    /** Another shape. */
    record WeighedInKilograms(String from, String to) implements Upcaster {
        WeighedInKilograms() {
            this("parcel.weighed.v1", "parcel.weighed.v2");
        }

        @Override
        public ObjectNode upcast(ObjectNode payload, Map<String, String> metadata) {
            int kilograms = payload.remove("kilograms").intValue();
            payload.putObject("weight").put("grams", 1000 * kilograms);
            return payload;
        }
    }

    /** Something that the metadata told all along. */
    record WeighedByNobody(String from, String to) implements Upcaster {
        WeighedByNobody() {
            this("parcel.weighed.v2", "parcel.weighed.v3");
        }

        @Override
        public ObjectNode upcast(ObjectNode payload, Map<String, String> metadata) {
            return payload.put("weighedBy", metadata.get("actor"));
        }
    }

    /** Another name. */
    record SentBack(String from, String to) implements Upcaster {
        SentBack() {
            this("parcel.sent-back.v1", "parcel.returned.v1");
        }

        @Override
        public ObjectNode upcast(ObjectNode payload, Map<String, String> metadata) {
            return payload;
        }
    }
}
