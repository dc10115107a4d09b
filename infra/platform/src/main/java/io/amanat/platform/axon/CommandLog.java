package io.amanat.platform.axon;

import io.amanat.contract.MetadataKeys;
import io.amanat.contract.RuleViolated;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line per command: what was asked, by whom, and how it went. Never what it said: a command may hold what no log should. */
final class CommandLog<M extends CommandMessage<?>> implements MessageHandlerInterceptor<M> {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLog.class);

    @Override
    public @Nullable Object handle(UnitOfWork<? extends M> unitOfWork, InterceptorChain chain) throws Exception {
        M command = unitOfWork.getMessage();
        String name = command.getPayloadType().getSimpleName();
        Object actor = command.getMetaData().get(MetadataKeys.ACTOR);
        try {
            Object answer = chain.proceed();
            LOG.info("{} by {}: done", name, actor);
            return answer;
        } catch (RuleViolated refused) {
            LOG.info("{} by {}: refused, {}", name, actor, refused.rule().code());
            throw refused;
        }
    }
}
