package io.amanat.query.escrow;

import io.amanat.query.jpa.Where;
import io.amanat.query.view.Presentation;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The quotes of payments that have one. */
@Component
class Quotes {
    private final QuoteRows rows;
    private final Presentation show;

    Quotes(QuoteRows rows, Presentation show) {
        this.rows = rows;
        this.show = show;
    }

    /** By payment; one query for all of them. */
    Map<UUID, QuoteView> of(Collection<UUID> payments) {
        return payments.isEmpty()
                ? Map.of()
                : rows.findAll(Where.oneOf("paymentId", payments)).stream()
                        .collect(Collectors.toMap(row -> row.paymentId, row -> QuoteView.of(row, show)));
    }
}
