package io.amanat.app.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.domain.configuration.ConfigSetting;
import io.amanat.domain.custody.CustodyTransfer;
import io.amanat.domain.custody.DerivedDestination;
import io.amanat.domain.custody.screening.Screening;
import io.amanat.domain.disputes.Dispute;
import io.amanat.domain.escrow.Payment;
import io.amanat.domain.identity.ApiKey;
import io.amanat.domain.identity.PayoutAddress;
import io.amanat.domain.identity.UserAccount;
import io.amanat.domain.marketplace.PurchaseRequest;
import io.amanat.platform.serialization.Serializers;
import io.amanat.platform.serialization.StateShape;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every aggregate is what it was when it comes back from a snapshot. */
class SnapshotsOfTheDomainTest {
    private static final List<Class<?>> AGGREGATES = List.of(
            PurchaseRequest.class,
            Payment.class,
            Dispute.class,
            DerivedDestination.class,
            CustodyTransfer.class,
            Screening.class,
            ConfigSetting.class,
            UserAccount.class,
            PayoutAddress.class,
            ApiKey.class);

    private final Serializer serializer = Serializers.snapshots();

    static Stream<Class<?>> aggregates() {
        return AGGREGATES.stream();
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void givenAStateWithSomethingInEveryField_whenStoredAndReadAgain_thenEqual(Class<?> type) throws Exception {
        survives(StateSamples.of(type));
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void givenANewAggregate_whenStoredAndReadAgain_thenEqual(Class<?> type) throws Exception {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        survives(constructor.newInstance());
    }

    @Test
    void givenTheAggregates_whenTheirShapesAreTaken_thenEachHasItsOwn() {
        assertThat(AGGREGATES)
                .extracting(StateShape::of)
                .doesNotHaveDuplicates()
                .allMatch(shape -> shape.length() == 16);
    }

    private void survives(Object state) {
        SerializedObject<byte[]> stored = serializer.serialize(state, byte[].class);

        Object back = serializer.deserialize(stored);

        assertThat(back).isExactlyInstanceOf(state.getClass());
        assertThat(back).usingRecursiveComparison().isEqualTo(state);
        assertThat(stored.getType().getRevision()).isEqualTo(StateShape.of(state.getClass()));
    }
}
