package io.amanat.platform.axon;

import io.amanat.contract.MetadataKeys;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * What follows from a message inherits its origin. An event's {@code causationId} is the stored event that made the platform act by
 * itself; when a person or a machine asked from outside, it is the id of their command, which all events of that command share.
 */
final class OriginCorrelation implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> data = new HashMap<>(message.getMetaData());
        data.remove(MetadataKeys.EXPECTED_VERSION);
        if (message instanceof CommandMessage) {
            data.putIfAbsent(MetadataKeys.CAUSATION_ID, message.getIdentifier());
        } else {
            // what follows from an event is no repeat of what a client asked for
            data.remove(MetadataKeys.IDEMPOTENCY_KEY);
            data.put(MetadataKeys.CAUSATION_ID, message.getIdentifier());
        }
        return data;
    }
}
