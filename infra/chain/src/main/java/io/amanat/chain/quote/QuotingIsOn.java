package io.amanat.chain.quote;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** {@code amanat.quoting.enabled}. */
final class QuotingIsOn implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return context.getEnvironment().getProperty("amanat.quoting.enabled", Boolean.class, false);
    }
}
