package io.amanat.chain.payout;

import io.amanat.contract.CommandSender;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PaymentCommand.AllowPayout;
import io.amanat.contract.escrow.PaymentId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks the payments of a trade themselves whether anything may leave it, before a payout gets its nonce. No read table is asked: it may be
 * behind what was decided a moment ago.
 */
final class ExposureGate {
    private final CommandSender sender;
    private final JdbcClient jdbc;

    ExposureGate(CommandSender sender, JdbcClient jdbc) {
        this.sender = sender;
        this.jdbc = jdbc;
    }

    /** Why not, in a sentence; also when nobody answers. */
    Optional<String> closed(Payout payout) {
        try {
            for (PaymentId payment : payments(payout)) {
                if (!allows(payment, payout)) {
                    return Optional.of(
                            "The chain took back money of trade " + payout.requestId() + " that was credited.");
                }
            }
            return Optional.empty();
        } catch (RuntimeException unknown) {
            return Optional.of("Whether the chain took back money of trade " + payout.requestId() + " is not known: "
                    + unknown.getMessage());
        }
    }

    private boolean allows(PaymentId payment, Payout payout) {
        try {
            sender.send(new AllowPayout(payment), Origin.system("custody-worker", payout.requestId()));
            return true;
        } catch (RuleViolated refused) {
            if (refused.rule() == EscrowRule.AN_EXPOSED_PAYMENT_IS_NOT_PAID_OUT) {
                return false;
            }
            if (refused.rule() == EscrowRule.NO_SUCH_PAYMENT) {
                return true;
            }
            throw refused;
        }
    }

    /** All that ever had a deposit address: what no address was handed out for, no chain can take back. */
    private List<PaymentId> payments(Payout payout) {
        return jdbc.sql("select payment_id from derivation_indices where request_id = ? order by derivation_index")
                .param(payout.requestId().value())
                .query((row, _) -> new PaymentId(row.getObject("payment_id", UUID.class)))
                .list();
    }
}
