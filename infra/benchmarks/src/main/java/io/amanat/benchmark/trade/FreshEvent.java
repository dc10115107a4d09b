package io.amanat.benchmark.trade;

import io.amanat.contract.Event;
import io.amanat.platform.serialization.Serializers;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;

/** The first event of an aggregate that nobody has seen, with all of its metadata. */
public record FreshEvent(String aggregateType, Event event, Map<String, String> metadata) {

    /** Of its payload and its metadata as the log stores them. */
    public int storedBytes() {
        Serializer serializer = Serializers.events();
        return serializer.serialize(event, byte[].class).getData().length
                + serializer.serialize(MetaData.from(metadata), byte[].class).getData().length;
    }
}
