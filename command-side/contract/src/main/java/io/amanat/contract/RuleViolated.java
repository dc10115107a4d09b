package io.amanat.contract;

/** A command was refused: nothing has changed. */
public final class RuleViolated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rule rule;

    public RuleViolated(Rule rule, String detail) {
        super(detail);
        this.rule = rule;
    }

    public RuleViolated(Rule rule) {
        this(rule, rule.sentence());
    }

    public Rule rule() {
        return rule;
    }

    /** Throws when {@code holds} is false. */
    public static void unless(boolean holds, Rule rule) {
        if (!holds) {
            throw new RuleViolated(rule);
        }
    }

    /** Throws with the state that stood in the way when {@code holds} is false. */
    public static void unless(boolean holds, Rule rule, String detail) {
        if (!holds) {
            throw new RuleViolated(rule, detail);
        }
    }
}
