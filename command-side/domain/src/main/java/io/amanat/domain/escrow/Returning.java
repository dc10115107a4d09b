package io.amanat.domain.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.PaymentCommand.ClaimReturn;
import io.amanat.contract.escrow.PaymentCommand.ObserveStray;
import io.amanat.contract.escrow.PaymentCommand.RecordExcessReturned;
import io.amanat.contract.escrow.PaymentCommand.ReturnExcess;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.ReturnProof;
import io.amanat.contract.escrow.StrayEvent.ExcessReturned;
import io.amanat.contract.escrow.StrayEvent.ReturnClaimed;
import io.amanat.contract.escrow.StrayEvent.ReturnInstructed;
import io.amanat.contract.escrow.StrayEvent.StrayObserved;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;
import java.util.List;

/**
 * Money that belongs to no price goes back: somebody proves an address, a guard approves, custody pays, and only then the books say so.
 *
 * <p>The address is proven by the account that the transfer came from, with its signature, or said by the buyer whose payment it is.
 */
final class Returning {
    /** Anybody can send dust for next to nothing; more than this many strays of one payment are not written down. */
    static final int STRAYS_RECORDED_MAX = 20;

    private Returning() {}

    static List<PaymentEvent> observe(PaymentState payment, ObserveStray command) {
        String reference = command.stray().reference();
        return payment.strays().contains(reference) || payment.strays().size() >= STRAYS_RECORDED_MAX
                ? List.of()
                : List.of(new StrayObserved(payment.id(), command.stray()));
    }

    static List<PaymentEvent> claim(PaymentState payment, ClaimReturn command) {
        Credited known = setAside(payment, command.key());
        EvmAddress signer = command.signer();
        if (signer == null) {
            RuleViolated.unless(
                    command.by().equals(payment.terms().buyerId()),
                    EscrowRule.ONLY_THE_BUYER_CLAIMS_WITHOUT_A_SIGNATURE);
        } else {
            RuleViolated.unless(signer.equals(known.transfer().from()), EscrowRule.THE_SENDER_SIGNS_FOR_A_RETURN);
        }
        RuleViolated.unless(!known.returning(), EscrowRule.A_RETURN_IS_INSTRUCTED_ONCE);
        RuleViolated.unless(
                !command.to().zero()
                        && !command.to().equals(known.aside().asset().contract())
                        && !command.to().equals(payment.terms().destination()),
                EscrowRule.A_RETURN_GOES_TO_A_REAL_ADDRESS);
        if (command.to().equals(known.returnTo())) {
            return List.of();
        }
        ReturnProof proof = signer == null ? ReturnProof.BUYER_ACCOUNT : ReturnProof.SENDER_SIGNATURE;
        return List.of(new ReturnClaimed(payment.id(), command.key(), command.to(), proof, command.by()));
    }

    /** Gated by the ledger: nothing goes back that is not owed. */
    static List<PaymentEvent> instruct(PaymentState payment, ReturnExcess command) {
        RuleViolated.unless(!payment.party(command.by()), EscrowRule.A_PARTY_DOES_NOT_APPROVE_ITS_OWN_RETURN);
        if (payment.returns().leg(command.transferId()).isPresent()) {
            return List.of();
        }
        Credited known = setAside(payment, command.key());
        RuleViolated.unless(!known.returning(), EscrowRule.A_RETURN_IS_INSTRUCTED_ONCE);
        EvmAddress to = known.returnTo();
        if (to == null) {
            throw new RuleViolated(EscrowRule.A_RETURN_NEEDS_A_PROVEN_ADDRESS);
        }
        RuleViolated.unless(to.equals(command.to()), EscrowRule.A_RETURN_GOES_WHERE_THE_GUARD_LOOKED);
        AssetAmount owed = payment.balances(known.aside().asset()).of(LedgerAccount.UNALLOCATED);
        RuleViolated.unless(known.aside().compareTo(owed) <= 0, EscrowRule.NO_ACCOUNT_GOES_BELOW_ZERO);
        return List.of(new ReturnInstructed(
                payment.id(),
                payment.terms().requestId(),
                payment.terms().buyerId(),
                payment.terms().sellerId(),
                command.key(),
                command.transferId(),
                to,
                known.aside(),
                command.by(),
                command.reason()));
    }

    static List<PaymentEvent> returned(PaymentState payment, RecordExcessReturned command) {
        Returns.Leg leg = payment.returns()
                .leg(command.transferId())
                .orElseThrow(() -> new RuleViolated(EscrowRule.ONLY_INSTRUCTED_RETURNS_ARE_RECORDED));
        return leg.settled()
                ? List.of()
                : List.of(
                        new ExcessReturned(payment.id(), leg.key(), leg.transferId(), leg.amount(), command.txHash()));
    }

    private static Credited setAside(PaymentState payment, TransferKey key) {
        Credited known = payment.transfers().creditedBy(key);
        if (known == null || !known.aside().positive()) {
            throw new RuleViolated(EscrowRule.NOTHING_IS_SET_ASIDE_OF_THIS_TRANSFER);
        }
        return known;
    }
}
