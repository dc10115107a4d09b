package io.amanat.chain.sweep;

import io.amanat.contract.escrow.PaymentId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which deposits are left where they are, whatever they are worth. */
final class SweepGuard {

    /** Of a row {@code d} of derivation_indices: why it is not swept; null when nothing stands in the way. */
    static final String REASON = """
        case
        when exists (select from derived_destinations x where x.payment_id = d.payment_id and x.status = 'quarantined')
            then 'in-quarantine'
        when exists (select from payments p join funds_balances b on b.payment_id = p.id
                     where p.purchase_request_id = d.request_id and b.account = 'exposure' and b.balance_units < 0)
            then 'open-exposure'
        when exists (select from transfer_screenings s where s.payment_id = d.payment_id and s.status in ('held', 'rejected'))
            then 'safety-check'
        when exists (select from chain_observations r
                     where r.chain_id = d.chain_id and r.to_address = d.address and r.retraction_due)
            then 'reorganisation'
        end\
        """;

    private final JdbcClient jdbc;

    SweepGuard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asked again at each step before the signed bytes are taken: what was sound when it was planned may not be now. */
    Optional<String> against(PaymentId payment) {
        return jdbc.sql("select " + REASON + " from derivation_indices d where d.payment_id = ?")
                .param(payment.value())
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .single();
    }
}
