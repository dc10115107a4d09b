package io.amanat.contract.custody.screening;

import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules and facts in, a verdict out; nothing else is looked at, so the same rules and facts give the same verdict for ever. A change of
 * the logic is a new {@link ScreeningRules#engine}, and the old one stays.
 */
public final class RuleEngine {
    /** Which logic new rules are for. */
    public static final int CURRENT = 1;

    private RuleEngine() {}

    /**
     * The verdict, with every rule that led to it.
     *
     * @throws IllegalArgumentException when the rules are for a logic that this build does not have
     */
    public static Assessment assess(ScreeningRules rules, ScreeningInputs inputs) {
        if (rules.engine() != CURRENT) {
            throw new IllegalArgumentException("there is no rule engine " + rules.engine());
        }
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : Finding.values()) {
            if (found(finding, rules, inputs)) {
                findings.add(finding);
            }
        }
        return Assessment.of(findings);
    }

    private static boolean found(Finding finding, ScreeningRules rules, ScreeningInputs inputs) {
        return switch (finding) {
            case SENDER_SANCTIONED -> inputs.listings().contains(ListCategory.SANCTIONED);
            case SENDER_BLOCKED -> inputs.listings().contains(ListCategory.BLOCKED);
            case PROVIDER_REJECTS -> says(inputs, Verdict.REJECT);
            case PROVIDER_HOLDS -> says(inputs, Verdict.HOLD);
            case SOURCE_UNANSWERED -> !inputs.unanswered().isEmpty();
            case TOKEN_ON_HOLD ->
                rules.tokensOnHold().contains(inputs.amount().asset().contract());
            case AMOUNT_ABOVE_LIMIT -> above(rules.amountMax(), inputs.amount());
            case WINDOW_AMOUNT_ABOVE_LIMIT ->
                above(rules.windowAmountMax(), inputs.windowAmount().plus(inputs.amount()));
            case TOO_MANY_TRANSFERS -> inputs.windowTransfers() >= rules.windowTransfersMax();
            case SENDER_TOO_NEW -> tooNew(rules, inputs);
        };
    }

    private static boolean says(ScreeningInputs inputs, Verdict verdict) {
        Opinion opinion = inputs.opinion();
        return opinion != null && opinion.verdict() == verdict;
    }

    /** A limit that should have been asked for and was not is not met. */
    private static boolean tooNew(ScreeningRules rules, ScreeningInputs inputs) {
        Integer sentBefore = inputs.sentBefore();
        return rules.senderAgeBlocksMin() > 0 && (sentBefore == null || sentBefore == 0);
    }

    private static boolean above(List<Money> limits, AssetAmount amount) {
        Asset asset = amount.asset();
        return limits.stream()
                .filter(limit -> limit.currency() == asset.currency())
                .noneMatch(limit -> new BigDecimal(amount.units(), asset.decimals())
                                .compareTo(new BigDecimal(
                                        limit.units(), limit.currency().decimals()))
                        <= 0);
    }
}
