package io.amanat.projection.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.identity.PayoutAddressEvent;
import io.amanat.projection.story.PayTo;
import io.amanat.projection.story.ReadModel;
import io.amanat.projection.story.Story;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class PayoutAddressProjectionTest {
    private static final String FIRST = "0x00000000000000000000000000000000000000b1";
    private static final String NEXT = "0x00000000000000000000000000000000000000b2";

    private final TestDatabase database;
    private final ReadModel read;

    PayoutAddressProjectionTest(TestDatabase database) {
        this.database = database;
        read = new ReadModel(database);
    }

    @AfterEach
    void disconnect() {
        read.close();
    }

    @Test
    void givenPerson_whenAnAddressIsAskedConfirmedChangedAndWithdrawn_thenTheRowFollows() {
        Story story = new Story(2).people();
        then(story, PayTo.registered(story), FIRST + " - - -");
        then(story, PayTo.confirmed(story), "- " + FIRST + " 0 -");
        then(story, PayTo.registered(story), FIRST + " " + FIRST + " 0 -");
        then(story, PayTo.changed(story), "- " + NEXT + " 24 " + FIRST);
        then(story, PayTo.withdrawn(story), "- " + FIRST + " 0 -");
    }

    /** The aggregate would not have let these happen; the tables refuse them by themselves. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "address = '0x0000000000000000000000000000000000000000'",
                "address = '0x00000000000000000000000000000000000000BB'",
                "address = '0xb1'",
                "asked_account = '0x00000000000000000000000000000000000000B2'",
                "previous_address = address",
                "usable_from = null",
                "chain_family = 'other'",
                "address = (select address from derived_destinations limit 1)",
                "asked_address = (select address from derived_destinations limit 1), asked_account = (select address"
                        + " from derived_destinations limit 1), asked_until = now()"
            })
    void givenARow_whenItSaysWhatNoAggregateWould_thenRefused(String change) {
        Story story = new Story(1).opened();
        story.then(PayTo.registered(story), PayTo.confirmed(story));
        read.apply(story.events());
        JdbcClient jdbc = JdbcClient.create(database.app());
        assertThat(jdbc.sql("update amanat_read.payout_addresses set usable_from = now()")
                        .update())
                .isPositive();

        assertThatThrownBy(
                        () -> jdbc.sql("update payout_addresses set " + change).update())
                .hasStackTraceContaining("payout_addresses")
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
    }

    private void then(Story story, PayoutAddressEvent event, String expected) {
        story.then(event);
        read.apply(story.events());
        assertThat(read.one("""
            select concat_ws(' ', coalesce(asked_address, '-'), coalesce(address, '-'),
                coalesce(round(extract(epoch from usable_from - (select min(created_at) from users)) / 3600)::text, '-'),
                coalesce(previous_address, '-'))
            from payout_addresses where user_id = ?\
            """, story.seller.value())).isEqualTo(expected);
    }
}
