package io.amanat.platform.axon;

import io.amanat.contract.MetadataKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** While a message is handled, every line of the log names the trade and the request that it belongs to. */
final class LogContext<M extends Message<?>> implements MessageHandlerInterceptor<M> {

    private static final List<String> KEYS = List.of(MetadataKeys.CORRELATION_ID, MetadataKeys.REQUEST_ID);

    @Override
    public @Nullable Object handle(UnitOfWork<? extends M> unitOfWork, InterceptorChain chain) throws Exception {
        Map<String, @Nullable String> before = new HashMap<>();
        for (String key : KEYS) {
            before.put(key, MDC.get(key));
            if (unitOfWork.getMessage().getMetaData().get(key) instanceof String value) {
                MDC.put(key, value);
            }
        }
        try {
            return chain.proceed();
        } finally {
            before.forEach(LogContext::restore);
        }
    }

    private static void restore(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }
}
