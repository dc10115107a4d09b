package io.amanat.contract.custody.screening;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.AssetAmount;
import java.util.List;

/** What happened in a transfer's safety check. */
public sealed interface ScreeningEvent extends Event {
    ScreeningId screeningId();

    @Override
    default ScreeningId subject() {
        return screeningId();
    }

    /**
     * Verdict and findings are what {@link RuleEngine} makes of {@code rules} and {@code inputs}; {@code ruleSetVersion} is that of
     * {@code rules}. A transfer is screened again only when somebody had not answered.
     */
    @EventType("screening.transfer-screened.v1")
    record TransferScreened(
            ScreeningId screeningId,
            PaymentId paymentId,
            PurchaseRequestId requestId,
            ObservedTransfer transfer,
            String ruleSetVersion,
            ScreeningRules rules,
            ScreeningInputs inputs,
            Verdict verdict,
            List<Finding> findings)
            implements ScreeningEvent {
        public TransferScreened {
            findings = List.copyOf(findings);
        }

        /** Whether the verdict comes out the same today. */
        public boolean stands() {
            return ruleSetVersion.equals(rules.version())
                    && RuleEngine.assess(rules, inputs).equals(new Assessment(verdict, findings));
        }
    }

    @EventType("screening.transfer-cleared.v1")
    record TransferCleared(
            ScreeningId screeningId,
            PaymentId paymentId,
            TransferKey key,
            AssetAmount amount,
            UserId by,
            PersonalText reason)
            implements ScreeningEvent {}

    @EventType("screening.transfer-rejected.v1")
    record TransferRejected(
            ScreeningId screeningId,
            PaymentId paymentId,
            TransferKey key,
            AssetAmount amount,
            UserId by,
            PersonalText reason)
            implements ScreeningEvent {}
}
