package io.amanat.app.assembly;

import io.amanat.app.start.Foundations;
import java.util.Objects;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** A node is configured, or the local chain is up. */
final class ThereIsAChain implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        String configured = context.getEnvironment().getProperty("amanat.chain.rpc-url", "");
        return !configured.isBlank()
                || Objects.requireNonNull(context.getBeanFactory())
                        .getBean(Foundations.class)
                        .localChain()
                        .isPresent();
    }
}
