package io.amanat.projection.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.disputes.DisputeEvent.DisputeResolved;
import io.amanat.contract.disputes.DisputeEvent.DisputeResponseLapsed;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.projection.story.ReadModel;
import io.amanat.projection.story.Story;
import io.amanat.projection.story.Trades;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class DisputeProjectionTest {
    private static final String STATE =
            "select concat_ws(' ', status, category, trim_scale(amount_at_stake), ruling, resolved_by,"
                    + " responded_at is not null, response_lapsed_at is not null, resolved_at is not null)"
                    + " from disputes where id = ?";

    private final ReadModel read;

    DisputeProjectionTest(TestDatabase database) {
        read = new ReadModel(database);
    }

    @AfterEach
    void disconnect() {
        read.close();
    }

    @Test
    void givenArguedDispute_thenEvidenceAndNotesStandInTheirOrder_onceEach() {
        Story story = Trades.compensated(1);
        read.apply(story.events());
        read.apply(story.events());

        assertThat(read.one(STATE, story.dispute.value()))
                .isEqualTo("resolved damaged 125.5 compensation " + story.resolver + " t f t");
        assertThat(elements(story, "evidence"))
                .containsExactly(
                        story.id(60) + " " + story.buyer + " pd1." + story.buyer + ".broken " + "c".repeat(64),
                        story.id(62) + " " + story.seller + " pd1." + story.seller + ".photo");
        assertThat(elements(story, "timeline"))
                .containsExactly(story.id(61) + " " + story.seller + " pd1." + story.seller + ".wasNot");
    }

    @Test
    void givenOpenDispute_whenTheRespondentStaysSilent_thenDecidedByNobody() {
        Story story = Trades.disputed(2);
        read.apply(story.events());
        assertThat(read.one(STATE, story.dispute.value())).isEqualTo("open damaged 125.5 f f f");

        read.apply(story.add(new DisputeResponseLapsed(story.dispute, story.seller)));
        read.apply(story.add(new DisputeResolved(
                story.dispute, story.payment, story.request, Ruling.of(RulingKind.REFUND), null, null)));

        assertThat(read.one(STATE, story.dispute.value())).isEqualTo("resolved damaged 125.5 refund f t t");
    }

    private List<String> elements(Story story, String column) {
        return read.all(
                "select concat_ws(' ', e ->> 'id', e ->> 'by', e ->> 'note', e ->> 'sha256')"
                        + " from disputes, jsonb_array_elements(" + column + ") with ordinality as t(e, n)"
                        + " where disputes.id = ? order by n",
                story.dispute.value());
    }
}
