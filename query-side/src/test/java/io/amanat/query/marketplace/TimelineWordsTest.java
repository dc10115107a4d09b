package io.amanat.query.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;
import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.screening.ScreeningEvent;
import io.amanat.contract.disputes.DisputeEvent;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimelineWordsTest {
    static Stream<String> everyKindOfATrade() {
        return Stream.of(
                        PurchaseRequestEvent.class,
                        PaymentEvent.class,
                        DisputeEvent.class,
                        CustodyTransferEvent.class,
                        ScreeningEvent.class)
                .flatMap(TimelineWordsTest::concrete)
                .map(type -> type.getAnnotation(EventType.class).value());
    }

    private static Stream<Class<?>> concrete(Class<?> type) {
        assertThat(Event.class).isAssignableFrom(type);
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(TimelineWordsTest::concrete)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("everyKindOfATrade")
    void everyKindHasASentenceEvenWhenNothingElseIsKnown(String kind) {
        String words = TimelineWords.of("You", kind, new TimelineFacts(Map.of()));
        assertThat(words)
                .matches("[A-Z].*[.]")
                .doesNotContain("Something happened", "null", "  ", " .", "()")
                .doesNotContain("_");
    }

    @Test
    void anUnknownKindIsNotHidden() {
        assertThat(TimelineWords.of("You", "gift.given.v1", new TimelineFacts(Map.of())))
                .isEqualTo("Something happened (gift.given.v1).");
    }

    @Test
    void sentencesSayWhatIsKnown() {
        Map<String, String> amount = Map.of("amount", "125.50", "currency", "USDC");
        assertThat(words("You", "offer.made.v1", amount)).isEqualTo("You offered 125.50 USDC.");
        assertThat(words("Amanat", "settlement.funds-released.v1", with(amount, "txHash", "0x12")))
                .isEqualTo("125.50 USDC was paid to the seller (transaction 0x12).");
        assertThat(words("The buyer", "delivery.attempt-failed.v1", Map.of("attempt", "5", "locked", "true")))
                .isEqualTo("The buyer entered a wrong delivery code (attempt 5); the code is locked now.");
        assertThat(words("Amanat", "payment.expired.v1", Map.of("amount", "0.00", "currency", "USDC")))
                .isEqualTo("The time to pay is over.");
        assertThat(words(
                        "A resolver",
                        "dispute.resolved.v1",
                        Map.of("ruling", "compensation", "toBuyer", "1.00", "toSeller", "2.00", "currency", "USDT")))
                .isEqualTo("The dispute is decided: 1.00 USDT goes to the buyer, 2.00 USDT to the seller.");
    }

    private static String words(String who, String kind, Map<String, String> params) {
        return TimelineWords.of(who, kind, new TimelineFacts(params));
    }

    private static Map<String, String> with(Map<String, String> params, String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(params);
        more.put(name, value);
        return more;
    }
}
