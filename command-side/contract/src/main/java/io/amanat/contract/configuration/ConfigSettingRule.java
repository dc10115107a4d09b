package io.amanat.contract.configuration;

import io.amanat.contract.Rule;
import io.amanat.contract.RuleKind;

/** Why a change of a setting is refused. */
public enum ConfigSettingRule implements Rule {
    NO_SUCH_CONFIG_SETTING(RuleKind.NOT_FOUND, "There is no such setting."),
    A_CONFIRMATION_THRESHOLD_IS_WITHIN_BOUNDS(
            RuleKind.UNPROCESSABLE,
            "A confirmation threshold is " + ConfirmationThreshold.MIN + " to " + ConfirmationThreshold.MAX
                    + " blocks.");

    private final RuleKind kind;
    private final String sentence;

    ConfigSettingRule(RuleKind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public RuleKind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
