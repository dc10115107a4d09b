package io.amanat.platform.axon;

import io.amanat.contract.MetadataKeys;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** No command and no event without somebody who answers for it. */
final class ActorRequired<M extends Message<?>> implements MessageDispatchInterceptor<M> {

    private static final List<String> KEYS =
            List.of(MetadataKeys.ACTOR, MetadataKeys.ACTOR_ROLE, MetadataKeys.CORRELATION_ID);

    @Override
    public BiFunction<Integer, M, M> handle(List<? extends M> messages) {
        return (index, message) -> {
            for (String key : KEYS) {
                if (!(message.getMetaData().get(key) instanceof String text) || text.isBlank()) {
                    throw new IllegalStateException(
                            message.getPayloadType().getSimpleName() + " without " + key + " in its metadata");
                }
            }
            return message;
        };
    }
}
