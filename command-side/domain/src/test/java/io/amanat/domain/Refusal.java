package io.amanat.domain;

import io.amanat.contract.Rule;
import io.amanat.contract.RuleViolated;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;

/** Matches the refusal for one rule. */
public final class Refusal extends TypeSafeMatcher<RuleViolated> {
    private final Rule rule;

    private Refusal(Rule rule) {
        this.rule = rule;
    }

    public static Matcher<RuleViolated> by(Rule rule) {
        return new Refusal(rule);
    }

    @Override
    protected boolean matchesSafely(RuleViolated refusal) {
        return refusal.rule().equals(rule);
    }

    @Override
    protected void describeMismatchSafely(RuleViolated refusal, Description description) {
        description.appendText("refused by " + refusal.rule().name());
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("refused by " + rule.name());
    }
}
